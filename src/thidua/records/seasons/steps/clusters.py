"""Writes a cluster with its blocs, gives both other names, and withdraws one that has no season left."""

from datetime import datetime

from thidua.core.answer import refuse
from thidua.core.texts import folded
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import Bloc, Cluster
from thidua.records.seasons.plan import ClusterNames, ClusterPlan

# Path words of the program itself: a cluster of that name would hide a page. A test compares them with the url table.
RESERVED_SLUGS = frozenset(
    {
        "ai-duoc-lam-gi", "bat-dau", "cham-diem", "dang-nhap", "dang-xuat", "doi-mat-khau", "don-vi",
        "giao-dien", "hom-nay", "khoi-dau", "ky-nhieu", "live", "luat", "mat-khau", "mau", "moi", "nam-thi-dua",
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


def write_names(cluster: Cluster, names: ClusterNames) -> None:
    """Addresses stay as they are; the caller holds the cluster's lock. Raises NotPossible for two blocs of one name."""
    blocs = list(cluster.blocs.all())
    named = [names.blocs.get(bloc.slug, bloc.name) for bloc in blocs]
    if twice := next((name for n, name in enumerate(named) if folded(name) in map(folded, named[:n])), ""):
        raise refuse("cluster.two_blocs_of_one_name", name=twice)
    for bloc, name in zip(blocs, named, strict=True):
        bloc.name = name
        bloc.save(update_fields=["name"])
    cluster.name, cluster.short_name = names.name, names.short_name
    cluster.head_word, cluster.deputy_word = names.head_word, names.deputy_word
    cluster.turn()
    cluster.save(update_fields=["name", "short_name", "head_word", "deputy_word", "version"])


def withdraw_if_bare(cluster: Cluster, *, at: datetime) -> bool:
    """A cluster without a season that stands is withdrawn too; the caller holds its lock."""
    if cluster.seasons.exists():
        return False
    cluster.withdrawn_at = at
    cluster.save(update_fields=["withdrawn_at"])
    return True
