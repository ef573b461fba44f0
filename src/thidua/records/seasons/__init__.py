"""Clusters, seasons, blocs, roles, commitments, pacts and signatures."""
