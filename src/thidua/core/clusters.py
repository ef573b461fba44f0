"""What a cluster is by the first words of its name, and what its head and deputies are called there."""

from enum import StrEnum

from thidua.core.texts import folded


class ClusterKind(StrEnum):
    """Cụm, khu vực, khối."""

    CLUSTER = "cluster"
    REGION = "region"
    BLOC = "bloc"


BEGINNINGS = (("khu vực", ClusterKind.REGION), ("khối", ClusterKind.BLOC))
HEADS = {
    ClusterKind.CLUSTER: ("Cụm trưởng", "Cụm phó"),
    ClusterKind.REGION: ("Trưởng Khu vực", "Phó Trưởng Khu vực"),
    ClusterKind.BLOC: ("Khối trưởng", "Khối phó"),
}


def kind_of(name: str) -> ClusterKind:
    """By the law a cluster, unless its name says otherwise.

    >>> kind_of("Khu vực thi đua Đồng bằng Bắc bộ"), kind_of("Các cơ quan tư pháp")
    (<ClusterKind.REGION: 'region'>, <ClusterKind.CLUSTER: 'cluster'>)
    """
    begun = f"{folded(name)} "
    return next((kind for word, kind in BEGINNINGS if begun.startswith(f"{folded(word)} ")), ClusterKind.CLUSTER)


def heads_of(name: str) -> tuple[str, str]:
    """The usual words for the head and the deputies of a cluster of that name.

    >>> heads_of("Cụm thi đua số 3")
    ('Cụm trưởng', 'Cụm phó')
    """
    return HEADS[kind_of(name)]
