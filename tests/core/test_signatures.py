"""Signature blocks: who issues, the signer's post and an order or letter make the lines over the name."""

import pytest

from thidua.core.workflow.signatures import Capacity, Issuer, agency_issuing, may_sign_as, signature_lines

REGION = Issuer("Khu vực ĐBBB", "Trưởng Khu vực", is_collective=True)
HEAD_ALONE = Issuer("Khu vực ĐBBB", "Trưởng Khu vực")
CLUSTER = Issuer("Cụm thi đua số 1", "Cụm trưởng", is_collective=True)
DEPARTMENT = agency_issuing("Sở Tư pháp", "Giám đốc")
ENFORCEMENT = agency_issuing("Cục Thi hành án dân sự", "Cục trưởng")
WARD = agency_issuing("Ủy ban nhân dân phường Hồng Gai", "Chủ tịch")
COUNCIL = agency_issuing("Hội đồng Thi đua - Khen thưởng", "Chủ tịch Hội đồng")
LED_BY_ACTING = agency_issuing("Sở Tư pháp", "Quyền Giám đốc")
NOBODY_LEADS = agency_issuing("Sở Tư pháp", "")
DIRECT, ORDER, LETTER = Capacity.BY_POST, Capacity.BY_ORDER, Capacity.BY_LETTER


@pytest.mark.parametrize(
    ("issuers", "capacity", "title", "lines"),
    [
        # A collective: TM. and its head, a deputy for the head, whoever acts as head.
        ([REGION, DEPARTMENT], DIRECT, "Trưởng Khu vực", ["TM. KHU VỰC ĐBBB", "TRƯỞNG KHU VỰC"]),
        (
            [REGION, DEPARTMENT], DIRECT, "Phó Trưởng Khu vực",
            ["TM. KHU VỰC ĐBBB", "KT. TRƯỞNG KHU VỰC", "PHÓ TRƯỞNG KHU VỰC"],
        ),
        ([CLUSTER, WARD], DIRECT, "Cụm phó", ["TM. CỤM THI ĐUA SỐ 1", "KT. CỤM TRƯỞNG", "CỤM PHÓ"]),
        ([WARD], DIRECT, "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ([WARD], DIRECT, "Phó Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ([WARD], DIRECT, "Quyền Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"]),
        ([COUNCIL], DIRECT, "Chủ tịch Hội đồng", ["TM. HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "CHỦ TỊCH HỘI ĐỒNG"]),
        # The head of the cluster alone, as in a letter.
        ([HEAD_ALONE, DEPARTMENT], DIRECT, "Trưởng Khu vực", ["TRƯỞNG KHU VỰC"]),
        ([HEAD_ALONE, DEPARTMENT], DIRECT, "Phó Trưởng Khu vực", ["KT. TRƯỞNG KHU VỰC", "PHÓ TRƯỞNG KHU VỰC"]),
        # Signed by a post of the agency on whose letterhead it stands: the agency's own block.
        ([REGION, DEPARTMENT], DIRECT, "Giám đốc", ["GIÁM ĐỐC"]),
        ([REGION, DEPARTMENT], DIRECT, "Phó Giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ([REGION, WARD], DIRECT, "Phó Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ([DEPARTMENT], DIRECT, "Phó Giám đốc phụ trách", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH"]),
        ([DEPARTMENT], DIRECT, "Q. Giám đốc", ["Q. GIÁM ĐỐC"]),
        ([DEPARTMENT], Capacity.ACTING, "Giám đốc", ["Q. GIÁM ĐỐC"]),
        ([ENFORCEMENT], DIRECT, "Phó Cục trưởng", ["KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"]),
        ([LED_BY_ACTING], DIRECT, "Phó Giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ([NOBODY_LEADS], DIRECT, "Phó Giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        # By order, and by letter of delegation: in the place of the agency's head, never of the body.
        ([DEPARTMENT], ORDER, "Chánh Văn phòng", ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        ([DEPARTMENT], ORDER, "Phó Chánh Văn phòng", ["TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]),
        ([DEPARTMENT], DIRECT, "Phó Chánh Văn phòng", ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]),
        ([WARD], ORDER, "Trưởng phòng Nội vụ", ["TL. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ"]),
        ([DEPARTMENT], LETTER, "Chánh Văn phòng", ["TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        ([REGION, DEPARTMENT], LETTER, "Chánh Văn phòng", ["TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        # Whoever heads an office of a collective does not speak for it.
        ([WARD], DIRECT, "Chánh Văn phòng", ["CHÁNH VĂN PHÒNG"]),
        ([WARD], DIRECT, "Phó Chánh Văn phòng", ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]),
        # Chosen, whatever the post says.
        ([HEAD_ALONE, DEPARTMENT], Capacity.FOR_BODY, "Giám đốc", ["TM. KHU VỰC ĐBBB", "GIÁM ĐỐC"]),
        ([DEPARTMENT], Capacity.FOR_CHIEF, "Ủy viên", ["KT. GIÁM ĐỐC", "ỦY VIÊN"]),
    ],
)  # fmt: skip
def test_the_block_follows_from_issuer_post_and_capacity(issuers, capacity, title, lines):
    assert signature_lines(capacity, title=title, issuers=issuers) == lines


@pytest.mark.parametrize("capacity", [Capacity.FOR_CHIEF, ORDER, LETTER])
@pytest.mark.parametrize("title", ["Trưởng Khu vực", "Giám đốc"])
def test_nobody_signs_in_ones_own_place(capacity, title):
    answer = may_sign_as(capacity, title=title, issuers=[REGION, DEPARTMENT])
    assert answer.because.key == "paper.in_own_place"
    assert may_sign_as(DIRECT, title=title, issuers=[REGION, DEPARTMENT]).is_yes
    assert may_sign_as(capacity, title="Phó Giám đốc", issuers=[REGION, DEPARTMENT]).is_yes
