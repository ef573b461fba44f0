"""Django's WSGI handler: every page but the live streams."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
application = get_wsgi_application()
