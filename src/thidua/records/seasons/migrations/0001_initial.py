import django.db.models.deletion
from django.db import migrations, models

import thidua.base.rows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("directory", "0001_initial"),
        ("files", "0001_initial"),
        ("papers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Annex",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(max_length=1000)),
                ("text", models.TextField()),
                ("text_hash", models.CharField(max_length=64)),
                ("opened_at", models.DateTimeField()),
                ("locked_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Bloc",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("slug", models.SlugField(max_length=64)),
                ("name", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                "ordering": ("position", "slug"),
            },
        ),
        migrations.CreateModel(
            name="CommitmentSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("returned", "returned"),
                            ("signed", "signed"),
                        ],
                        default="draft",
                        max_length=16,
                    ),
                ),
                ("submitted_at", models.DateTimeField(null=True)),
                ("submitted_by", models.JSONField(null=True)),
                ("signed_at", models.DateTimeField(null=True)),
                ("signed_by", models.JSONField(null=True)),
                ("returned_at", models.DateTimeField(null=True)),
                ("remark", models.CharField(blank=True, max_length=1000)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KeyContent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=500)),
                ("short_name", models.CharField(max_length=60)),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="BlocSeason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("launched", "launched"),
                            ("registering", "registering"),
                            ("signed", "signed"),
                            ("running", "running"),
                            ("self_scoring", "self_scoring"),
                            ("cross_scoring", "cross_scoring"),
                            ("verifying", "verifying"),
                            ("reviewing", "reviewing"),
                            ("decided", "decided"),
                            ("closed", "closed"),
                        ],
                        default="planned",
                        max_length=16,
                    ),
                ),
                ("stage_since", models.DateTimeField(null=True)),
                ("left_out", models.JSONField(default=list)),
                (
                    "bloc",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seasons", to="seasons.bloc"
                    ),
                ),
            ],
            options={
                "ordering": ("bloc__position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Cluster",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("slug", models.SlugField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("short_name", models.CharField(max_length=80)),
                ("head_word", models.CharField(default="Cụm trưởng", max_length=60)),
                ("deputy_word", models.CharField(default="Cụm phó", max_length=60)),
                (
                    "authority",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clusters",
                        to="directory.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("slug",),
            },
        ),
        migrations.AddField(
            model_name="bloc",
            name="cluster",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="blocs", to="seasons.cluster"
            ),
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("assigned", thidua.base.rows.ExactField(blank=True, max_length=160, null=True)),
                ("registered", thidua.base.rows.ExactField(blank=True, max_length=160, null=True)),
                ("registered_met", models.BooleanField(null=True)),
                ("last_year", thidua.base.rows.ExactField(blank=True, max_length=160, null=True)),
                ("reason", models.CharField(blank=True, max_length=1000)),
                (
                    "assigned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                    ),
                ),
                (
                    "commitment_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="seasons.commitmentset"
                    ),
                ),
            ],
            options={
                "ordering": ("indicator__position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AnnexLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", thidua.base.rows.ExactField(max_length=160, null=True)),
                ("after", thidua.base.rows.ExactField(max_length=160)),
                (
                    "annex",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="seasons.annex"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="annex_lines", to="seasons.commitment"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("name", models.CharField(max_length=300)),
                ("short_name", models.CharField(max_length=60)),
                ("unit_of_measure", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[("number", "Number"), ("yes_no", "Yes No"), ("judged", "Judged")],
                        default="number",
                        max_length=8,
                    ),
                ),
                (
                    "better",
                    models.CharField(
                        choices=[("higher", "Higher"), ("lower", "Lower")], default="higher", max_length=8
                    ),
                ),
                (
                    "aggregation",
                    models.CharField(
                        choices=[("sum", "Sum"), ("last", "Last"), ("ratio", "Ratio")], default="sum", max_length=8
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=300)),
                ("position", models.PositiveSmallIntegerField(default=1)),
                (
                    "bloc_season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="indicators", to="seasons.blocseason"
                    ),
                ),
                (
                    "content",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="indicators", to="seasons.keycontent"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.AddField(
            model_name="commitment",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="commitments", to="seasons.indicator"
            ),
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("short_name", models.CharField(max_length=80)),
                ("label", models.CharField(max_length=40)),
                ("left_on", models.DateField(null=True)),
                (
                    "bloc_season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="seasons.blocseason"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="directory.unit"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.AddField(
            model_name="commitmentset",
            name="membership",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="commitment_set", to="seasons.membership"
            ),
        ),
        migrations.AddField(
            model_name="annex",
            name="membership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="annexes", to="seasons.membership"
            ),
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "Registration"),
                            ("signing", "Signing"),
                            ("self_score", "Self Score"),
                            ("verification", "Verification"),
                            ("ranking", "Ranking"),
                        ],
                        max_length=16,
                    ),
                ),
                ("due_on", models.DateField()),
                ("place", models.CharField(blank=True, max_length=120)),
                (
                    "bloc_season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="seasons.blocseason"
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Pact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "stage",
                    models.CharField(
                        choices=[("draft", "draft"), ("open", "open"), ("closed", "closed"), ("locked", "locked")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("preamble", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("text_hash", models.CharField(blank=True, max_length=64)),
                ("opening", models.PositiveSmallIntegerField(default=0)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("opened_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("locked_at", models.DateTimeField(null=True)),
                ("seal", models.CharField(blank=True, max_length=64)),
                (
                    "bloc_season",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pact", to="seasons.blocseason"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="annex",
            name="pact",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="annexes", to="seasons.pact"
            ),
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("slug", models.SlugField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "bloc_season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="periods", to="seasons.blocseason"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PeriodTarget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("target", thidua.base.rows.ExactField(max_length=160)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="period_targets",
                        to="seasons.commitment",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="targets", to="seasons.period"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Season",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(max_length=64)),
                ("name", models.CharField(max_length=120)),
                ("emulation_year", models.PositiveSmallIntegerField()),
                ("motto", models.CharField(blank=True, max_length=400)),
                ("achieved", models.TextField(blank=True)),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seasons", to="seasons.cluster"
                    ),
                ),
            ],
            options={
                "ordering": ("-emulation_year", "slug"),
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=400)),
                ("position", models.PositiveSmallIntegerField(default=1)),
                (
                    "season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="movements", to="seasons.season"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.AddField(
            model_name="keycontent",
            name="season",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="contents", to="seasons.season"
            ),
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("regular", "Regular"),
                            ("peak", "Peak"),
                            ("thematic", "Thematic"),
                            ("ad_hoc", "Ad Hoc"),
                            ("contest", "Contest"),
                        ],
                        max_length=16,
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("run_by_youth", models.BooleanField(default=False)),
                ("contents", models.ManyToManyField(blank=True, related_name="campaigns", to="seasons.keycontent")),
                (
                    "movement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="campaigns",
                        to="seasons.movement",
                    ),
                ),
                (
                    "season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="campaigns", to="seasons.season"
                    ),
                ),
            ],
            options={
                "ordering": ("starts_on", "pk"),
            },
        ),
        migrations.AddField(
            model_name="blocseason",
            name="season",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="blocs", to="seasons.season"
            ),
        ),
        migrations.CreateModel(
            name="SeasonRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("head", "Head"),
                            ("deputy", "Deputy"),
                            ("secretariat", "Secretariat"),
                            ("observer", "Observer"),
                        ],
                        max_length=16,
                    ),
                ),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                (
                    "bloc_season",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputies",
                        to="seasons.blocseason",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="season_roles", to="directory.person"
                    ),
                ),
                (
                    "season",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roles", to="seasons.season"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="season_roles", to="directory.unit"
                    ),
                ),
            ],
            options={
                "ordering": ("role", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=thidua.base.rows.new_public_id, editable=False, max_length=11, unique=True
                    ),
                ),
                ("kind", models.CharField(choices=[("on_paper", "On Paper"), ("internal", "Internal")], max_length=8)),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("leader", "Leader"),
                            ("signing_for", "Signing For"),
                            ("by_letter", "By Letter"),
                            ("head", "Head"),
                        ],
                        max_length=12,
                    ),
                ),
                ("signer_name", models.CharField(max_length=120)),
                ("signer_title", models.CharField(max_length=120)),
                ("letter", models.CharField(blank=True, max_length=120)),
                ("text_hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(null=True)),
                ("void_reason", models.CharField(blank=True, max_length=1000)),
                (
                    "annex",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="seasons.annex",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="seasons.membership",
                    ),
                ),
                (
                    "pact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="seasons.pact"
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="files.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddConstraint(
            model_name="bloc",
            constraint=models.UniqueConstraint(fields=("cluster", "slug"), name="seasons_bloc_slug_once"),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.UniqueConstraint(fields=("commitment_set", "indicator"), name="seasons_commitment_once"),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(fields=("bloc_season", "code"), name="seasons_indicator_code_once"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(fields=("bloc_season", "unit"), name="seasons_member_once_a_bloc"),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(fields=("bloc_season", "kind"), name="seasons_milestone_once"),
        ),
        migrations.AddConstraint(
            model_name="annex",
            constraint=models.UniqueConstraint(fields=("pact", "number"), name="seasons_annex_number_once"),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.UniqueConstraint(fields=("bloc_season", "slug"), name="seasons_period_slug_once"),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__gte", models.F("from_on"))), name="seasons_period_forwards"
            ),
        ),
        migrations.AddConstraint(
            model_name="periodtarget",
            constraint=models.UniqueConstraint(fields=("commitment", "period"), name="seasons_period_target_once"),
        ),
        migrations.AddConstraint(
            model_name="season",
            constraint=models.UniqueConstraint(fields=("cluster", "slug"), name="seasons_slug_once_a_cluster"),
        ),
        migrations.AddConstraint(
            model_name="keycontent",
            constraint=models.UniqueConstraint(fields=("season", "number"), name="seasons_content_number_once"),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="seasons_campaign_forwards"
            ),
        ),
        migrations.AddConstraint(
            model_name="blocseason",
            constraint=models.UniqueConstraint(fields=("season", "bloc"), name="seasons_bloc_once_a_season"),
        ),
        migrations.AddConstraint(
            model_name="blocseason",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="seasons_bloc_year_forwards"
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(
                condition=models.Q(("annex", None), ("voided_at", None)),
                fields=("pact", "membership"),
                name="seasons_one_signature_a_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(
                condition=models.Q(("annex__isnull", False), ("voided_at", None)),
                fields=("annex", "membership"),
                name="seasons_one_signature_an_annex",
            ),
        ),
    ]
