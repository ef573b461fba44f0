"""How far each follower of the journal has read, so that background work happens at least once."""

from django.db import models


class Cursor(models.Model):
    """`seq` is the last journal line that the named follower has dealt with."""

    name = models.CharField(max_length=32, primary_key=True)
    seq = models.BigIntegerField(default=0)
    moved_at = models.DateTimeField(null=True)
