"""Sentences about exemplars: the chain, consent, the book, units that adopt a model."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "exemplar.state.spotted": _("phát hiện"),
    "exemplar.state.registered": _("đăng ký xây dựng"),
    "exemplar.state.nurtured": _("bồi dưỡng"),
    "exemplar.state.introduced": _("bình chọn, giới thiệu"),
    "exemplar.state.recognised": _("công nhận"),
    "exemplar.state.replicated": _("nhân rộng"),
    "exemplar.state.followed": _("theo dõi"),
    "exemplar.state.withdrawn": _("đã rút"),
    "exemplar.kind.person": _("cá nhân"),
    "exemplar.kind.collective": _("tập thể"),
    "exemplar.level.unit": _("cấp đơn vị"),
    "exemplar.level.province": _("cấp tỉnh"),
    "exemplar.level.region": _("cấp khu vực, cụm"),
    "exemplar.level.ministry": _("cấp Bộ, ngành"),
    "exemplar.note.support": _("bồi dưỡng, hỗ trợ"),
    "exemplar.note.evidence": _("minh chứng"),
    "exemplar.note.check": _("theo dõi hằng năm"),
    # what is refused
    "exemplar.not_amend": _(
        "Điển hình đã giới thiệu thì nội dung giữ nguyên như khi người được nêu đồng ý. Ghi thêm vào sổ theo dõi."
    ),
    "exemplar.not_register": _("Điển hình này đã đăng ký xây dựng."),
    "exemplar.not_support": _("Lãnh đạo đơn vị đăng ký xây dựng trước, rồi mới ghi việc bồi dưỡng."),
    "exemplar.not_introduce": _(
        "Ghi ít nhất một việc bồi dưỡng trước khi bình chọn, giới thiệu; điển hình đã giới thiệu thì không giới "
        "thiệu lại."
    ),
    "exemplar.not_recognise": _(
        "Đơn vị bình chọn, giới thiệu trước, rồi mới ghi công nhận; đã công nhận thì không ghi lại."
    ),
    "exemplar.not_replicate": _("Mô hình chưa được công nhận nên chưa ghi nhân rộng được."),
    "exemplar.not_check": _("Theo dõi hằng năm bắt đầu khi đã có đơn vị làm theo."),
    "exemplar.not_withdraw": _("Điển hình này đã rút."),
    "exemplar.units_own": _(
        "Đơn vị tự ghi sổ của điển hình này. Bộ phận thường trực chỉ ghi thay khi đã nhập thay từ văn bản của đơn vị."
    ),
    "exemplar.needs_name": _("Ghi họ tên cá nhân hoặc tên tập thể."),
    "exemplar.needs_deed": _("Ghi việc đã làm, càng cụ thể càng tốt."),
    "exemplar.needs_goal": _("Ghi mục tiêu xây dựng: đến cuối năm điển hình này cần đạt gì."),
    "exemplar.needs_words": _("Ghi việc đã làm, một câu là đủ."),
    "exemplar.needs_consent": _(
        "{name} chưa đồng ý cho giới thiệu ra ngoài đơn vị. Ghi sự đồng ý, có họ tên và ngày, rồi giới thiệu."
    ),
    "exemplar.needs_who_agrees": _("Ghi họ tên người đồng ý: chính cá nhân đó, hoặc người đứng đầu tập thể."),
    "exemplar.needs_slip": _(
        "Chọn ảnh hoặc bản quét phiếu đồng ý có chữ ký. Người được nêu tự đồng ý trên hệ thống thì không cần phiếu."
    ),
    "exemplar.no_consent": _("Chưa ghi sự đồng ý nào."),
    "exemplar.needs_choice": _("Ghi đã bình chọn thế nào: cuộc họp, số phiếu, lý do chọn."),
    "exemplar.enough_introduced": _(
        "{unit} đã giới thiệu {most} điển hình trong năm nay. Mỗi đơn vị giới thiệu một đến hai."
    ),
    "exemplar.needs_decision": _("Ghi số và ngày quyết định công nhận."),
    "exemplar.needs_reason": _("Ghi lý do rút."),
    "exemplar.own_model": _("Đây là điển hình của chính đơn vị. Nhân rộng là việc của đơn vị khác."),
    "exemplar.adopted_already": _("{unit} đã ghi làm theo mô hình này."),
    "exemplar.needs_result": _("Ghi kết quả sau khi làm theo, có số liệu thì ghi số liệu."),
    "exemplar.of_no_unit": _("Bạn không giữ chức vụ nào ở đơn vị thành viên của năm thi đua này."),
    "exemplar.unit_of_no_bloc": _("{unit} không ở khối nào của năm thi đua này."),
    # said after an act
    "exemplar.spotted": _("Đã ghi phát hiện. Lãnh đạo đơn vị xem và đăng ký xây dựng."),
    "exemplar.entered_on_behalf": _("Đã nhập thay. Đơn vị được báo để xác nhận."),
    "exemplar.amended": _("Đã lưu."),
    "exemplar.registered": _("Đã đăng ký xây dựng."),
    "exemplar.noted": _("Đã ghi vào sổ theo dõi."),
    "exemplar.consented": _("Đã ghi sự đồng ý."),
    "exemplar.consent_taken_back": _("Đã rút sự đồng ý. Ngoài đơn vị và bộ phận thường trực không ai thấy nữa."),
    "exemplar.introduced": _("Đã giới thiệu. Các đơn vị trong năm thi đua đọc được."),
    "exemplar.recognised": _("Đã ghi công nhận."),
    "exemplar.adopted": _("Đã ghi đơn vị làm theo mô hình."),
    "exemplar.withdrawn": _("Đã rút điển hình."),
    "notice.model_adopted": _("{unit} đã làm theo mô hình {name}."),
    # tasks
    "task.register_exemplars": _("Xem và đăng ký xây dựng {count} điển hình đã phát hiện"),
    "task.introduce_exemplars": _("Bình chọn, giới thiệu điển hình của đơn vị với khu vực, cụm"),
    "task.get_consent": _("Lấy ý kiến đồng ý của {count} điển hình trước khi giới thiệu"),
    "task.recognise_exemplars": _("Ghi công nhận {count} điển hình đã giới thiệu"),
    "task.check_exemplars": _("Theo dõi {count} mô hình đã nhân rộng: còn giữ vững không"),
    "task.register_exemplars.act": _("Xem và đăng ký"),
    "task.register_exemplars.waits": _("Người phát hiện chờ lãnh đạo xem."),
    "task.introduce_exemplars.act": _("Xem và giới thiệu"),
    "task.introduce_exemplars.waits": _("Khu vực, cụm chờ điển hình của đơn vị."),
    "task.get_consent.act": _("Ghi sự đồng ý"),
    "task.get_consent.waits": _("Lãnh đạo chờ để giới thiệu."),
    "task.recognise_exemplars.act": _("Ghi công nhận"),
    "task.recognise_exemplars.waits": _("Các đơn vị đã giới thiệu chờ kết quả."),
    "task.check_exemplars.act": _("Xem và ghi"),
    "task.check_exemplars.waits": _("Các đơn vị làm theo chờ đánh giá tác dụng."),
    "event.exemplar.spotted": _("ghi phát hiện điển hình"),
    "event.exemplar.registered": _("đăng ký xây dựng điển hình"),
    "event.exemplar.amended": _("sửa điển hình"),
    "event.exemplar.supported": _("ghi việc bồi dưỡng điển hình"),
    "event.exemplar.shown": _("thêm minh chứng của điển hình"),
    "event.exemplar.consented": _("ghi sự đồng ý giới thiệu điển hình"),
    "event.exemplar.consent_taken_back": _("rút sự đồng ý giới thiệu điển hình"),
    "event.exemplar.introduced": _("giới thiệu điển hình"),
    "event.exemplar.recognised": _("ghi công nhận điển hình"),
    "event.exemplar.adopted": _("làm theo một mô hình điển hình"),
    "event.exemplar.checked": _("theo dõi điển hình"),
    "event.exemplar.withdrawn": _("rút điển hình"),
    "entry.kind.exemplar": _("điển hình tiên tiến"),
    # the acts of the grid
    "act_about.exemplars": _("Điển hình tiên tiến"),
    "act.exemplars.read": _("Xem điển hình chưa giới thiệu"),
    "act.exemplars.read_introduced": _("Xem điển hình đã giới thiệu và đã đồng ý"),
    "act.exemplars.spot": _("Ghi phát hiện điển hình của đơn vị mình"),
    "act.exemplars.keep": _("Sửa, ghi sổ theo dõi, ghi sự đồng ý"),
    "act.exemplars.decide": _("Đăng ký xây dựng, giới thiệu, rút điển hình của đơn vị mình"),
    "act.exemplars.enter_on_behalf": _("Nhập thay điển hình theo văn bản của đơn vị"),
    "act.exemplars.recognise": _("Ghi công nhận, rút điển hình đã giới thiệu"),
    "act.exemplars.follow": _("Theo dõi hằng năm mô hình đã nhân rộng"),
    "act.exemplars.replicate": _("Ghi đơn vị mình làm theo mô hình của đơn vị khác"),
}
