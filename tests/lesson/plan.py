"""The plan of a small book of two chapters, as `docs/contents.yml` has it."""

PLAN = """\
parts:
  - title: First steps
    chapters:
      - {slug: small-steps, title: Planned title, asks: How far is it?}
      - {slug: long-walks, title: Long <walks>, asks: Are we there?, needs: [small-steps]}
"""
