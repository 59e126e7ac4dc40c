"""From ordinary event records to the incident templates of the MUC-4 task.

Everything the task asks for and the product does not (its notion of a relevant incident, its closed
lists, its defaults) stands here.
"""
