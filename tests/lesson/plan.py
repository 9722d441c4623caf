"""The plan of a small book of two chapters, as `docs/contents.yml` has it."""

PLAN = """\
parts:
  - title: Steps
    chapters:
      - {slug: small-steps, title: Small steps, asks: How far is it?}
      - {slug: long-walks, title: Long <walks>, asks: Are we there?, needs: [small-steps]}
"""
