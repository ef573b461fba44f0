"""The signing board as a Đông Sơn bronze drum: a star, one ring per bloc, one segment per unit, gold where signed."""
