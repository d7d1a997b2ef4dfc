"""How far a notice came, through each address."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew: one row was one notice that was sent, as far as anybody knew, and so it stays."""
    old = sa.table("notices", *map(sa.column, ("owner_id", "key", "sent_at", "body")))
    rows = op.get_bind().execute(sa.select(old)).mappings().all()
    op.drop_table("notices")
    new = op.create_table("notices",
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('key', sa.Text(), nullable=False),
        sa.Column('mark', sa.Text(), nullable=False),
        sa.Column('title', sa.Text(), nullable=False),
        sa.Column('state', sa.Text(), nullable=False),
        sa.Column('until', sa.Date(), nullable=True),
        sa.Column('planned_at', sa.Text(), nullable=False),
        sa.Column('tried_at', sa.Text(), nullable=True),
        sa.Column('sent_at', sa.Text(), nullable=True),
        sa.Column('tries', sa.Integer(), nullable=False),
        sa.Column('unsure', sa.Integer(), nullable=False),
        sa.Column('reason', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_notices_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('owner_id', 'key', name=op.f('pk_notices'))
    )
    op.bulk_insert(new, [
        {
            "owner_id": row["owner_id"], "key": row["key"], "mark": "", "title": _title(row["body"]), "state": "sent",
            "until": None, "planned_at": row["sent_at"], "tried_at": row["sent_at"], "sent_at": row["sent_at"],
            "tries": 1, "unsure": 0, "reason": "",
        }
        for row in rows
    ])


def _title(body: str) -> str:
    """Return the title that was kept; "" where there is none."""
    try:
        return str(json.loads(body)["title"])
    except (ValueError, LookupError, TypeError):
        return ""


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
