"""Báo cáo: what units write about a period or a campaign, beside the figures that the records give."""
