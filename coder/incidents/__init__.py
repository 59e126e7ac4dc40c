"""Events of many documents -> incidents: copies, candidates, scores, clusters, ids, numbers.

``link`` is the way in; each other module is one step of it. Nothing here reads text or files.
"""
