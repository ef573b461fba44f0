"""Writes a cluster with its blocs, and withdraws one that has no season left."""

from datetime import datetime

from thidua.core.answer import refuse
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import Bloc, Cluster
from thidua.records.seasons.plan import ClusterPlan

# Path words of the program itself: a cluster of that name would hide a page. A test compares them with the url table.
RESERVED_SLUGS = frozenset(
    {
        "ai-duoc-lam-gi", "bat-dau", "cham-diem", "dang-nhap", "dang-xuat", "doi-mat-khau", "don-vi",
        "giao-dien", "hom-nay", "khoi-dau", "ky-nhieu", "live", "mat-khau", "mau", "moi", "nam-thi-dua",
        "nguoi", "nhap-luu", "nhap-thay", "quan-tri", "quen-mat-khau", "sap-xep", "tai-khoan", "tham-gia",
        "thong-bao", "thu-dung", "tim", "tinh", "vao", "xem-nhu",
    }
)  # fmt: skip


def write_cluster(plan: ClusterPlan, authority: Unit | None) -> Cluster:
    """Raises NotPossible for a slug that is a word of the program or is taken, or if there is no bloc."""
    if not plan.blocs:
        raise refuse("season.no_bloc")
    if plan.slug in RESERVED_SLUGS:
        raise refuse("cluster.slug_reserved", slug=plan.slug)
    if Cluster.objects.filter(slug=plan.slug).exists():
        raise refuse("cluster.slug_taken", slug=plan.slug)
    cluster = Cluster.objects.create(
        slug=plan.slug, name=plan.name, short_name=plan.short_name, head_word=plan.head_word,
        deputy_word=plan.deputy_word, authority=authority, head_selection=plan.head_selection,
    )  # fmt: skip
    Bloc.objects.bulk_create(
        Bloc(cluster=cluster, slug=slug, name=name, position=place) for place, (slug, name) in enumerate(plan.blocs, 1)
    )
    return cluster


def withdraw_if_bare(cluster: Cluster, *, at: datetime) -> bool:
    """A cluster without a season that stands is withdrawn too; the caller holds its lock."""
    if cluster.seasons.exists():
        return False
    cluster.withdrawn_at = at
    cluster.save(update_fields=["withdrawn_at"])
    return True
