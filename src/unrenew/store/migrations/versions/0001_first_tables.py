"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('owners',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('name', sa.Text(), nullable=False),
        sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_owners')),
        sa.UniqueConstraint('name', name=op.f('uq_owners_name'))
    )
    op.create_table('settings',
        sa.Column('key', sa.Text(), nullable=False),
        sa.Column('value', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('key', name=op.f('pk_settings'))
    )
    op.create_table('accounts',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('number', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_accounts_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_accounts')),
        sa.UniqueConstraint('owner_id', 'number', name=op.f('uq_accounts_owner_id_number'))
    )
    op.create_index(op.f('ix_accounts_owner_id'), 'accounts', ['owner_id'], unique=False)
    op.create_table('alarms',
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('key', sa.Text(), nullable=False),
        sa.Column('settled_at', sa.Text(), nullable=False),
        sa.Column('how', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_alarms_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('owner_id', 'key', name=op.f('pk_alarms'))
    )
    op.create_table('cases',
        sa.Column('id', sa.Text(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('subscription', sa.Text(), nullable=True),
        sa.Column('name', sa.Text(), nullable=False),
        sa.Column('state', sa.Text(), nullable=False),
        sa.Column('due_on', sa.Date(), nullable=True),
        sa.Column('due_what', sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_cases_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_cases'))
    )
    op.create_index(op.f('ix_cases_owner_id'), 'cases', ['owner_id'], unique=False)
    op.create_table('decisions',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('at', sa.Text(), nullable=False),
        sa.Column('kind', sa.Text(), nullable=False),
        sa.Column('subject', sa.Text(), nullable=False),
        sa.Column('provider', sa.Text(), nullable=True),
        sa.Column('name', sa.Text(), nullable=False),
        sa.Column('charges', sa.Text(), nullable=False),
        sa.Column('says', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_decisions_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_decisions'))
    )
    op.create_index(op.f('ix_decisions_owner_id'), 'decisions', ['owner_id'], unique=False)
    op.create_table('found',
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('as_of', sa.Date(), nullable=False),
        sa.Column('revision', sa.Integer(), nullable=False),
        sa.Column('made_with', sa.Text(), nullable=False),
        sa.Column('streams', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_found_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('owner_id', name=op.f('pk_found'))
    )
    op.create_table('notices',
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('key', sa.Text(), nullable=False),
        sa.Column('sent_at', sa.Text(), nullable=False),
        sa.Column('body', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_notices_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('owner_id', 'key', name=op.f('pk_notices'))
    )
    op.create_table('statements',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('sha256', sa.Text(), nullable=False),
        sa.Column('path', sa.Text(), nullable=False),
        sa.Column('kind', sa.Text(), nullable=False),
        sa.Column('format', sa.Text(), nullable=False),
        sa.Column('encoding', sa.Text(), nullable=False),
        sa.Column('added_at', sa.Text(), nullable=False),
        sa.Column('rows', sa.Integer(), nullable=False),
        sa.Column('first_on', sa.Date(), nullable=True),
        sa.Column('last_on', sa.Date(), nullable=True),
        sa.Column('problems', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_statements_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_statements')),
        sa.UniqueConstraint('owner_id', 'sha256', name=op.f('uq_statements_owner_id_sha256'))
    )
    op.create_index(op.f('ix_statements_owner_id'), 'statements', ['owner_id'], unique=False)
    op.create_table('events',
        sa.Column('case_id', sa.Text(), nullable=False),
        sa.Column('seq', sa.Integer(), nullable=False),
        sa.Column('body', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_events_case_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('case_id', 'seq', name=op.f('pk_events'))
    )
    op.create_table('evidence',
        sa.Column('case_id', sa.Text(), nullable=False),
        sa.Column('seq', sa.Integer(), nullable=False),
        sa.Column('sha256', sa.Text(), nullable=False),
        sa.Column('size', sa.BigInteger(), nullable=False),
        sa.Column('body', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_evidence_case_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('case_id', 'seq', name=op.f('pk_evidence'))
    )
    op.create_index(op.f('ix_evidence_sha256'), 'evidence', ['sha256'], unique=False)
    op.create_table('own_subscriptions',
        sa.Column('id', sa.Text(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('statement_id', sa.Integer(), nullable=True),
        sa.Column('body', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_own_subscriptions_owner_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['statement_id'], ['statements.id'], name=op.f('fk_own_subscriptions_statement_id'), ondelete='SET NULL'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_own_subscriptions'))
    )
    op.create_index(op.f('ix_own_subscriptions_owner_id'), 'own_subscriptions', ['owner_id'], unique=False)
    op.create_table('receipts',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('statement_id', sa.Integer(), nullable=False),
        sa.Column('message', sa.Text(), nullable=False),
        sa.Column('body', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_receipts_owner_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['statement_id'], ['statements.id'], name=op.f('fk_receipts_statement_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_receipts')),
        sa.UniqueConstraint('owner_id', 'message', name=op.f('uq_receipts_owner_id_message'))
    )
    op.create_index(op.f('ix_receipts_owner_id'), 'receipts', ['owner_id'], unique=False)
    op.create_table('transactions',
        sa.Column('n', sa.Integer(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('account_id', sa.Integer(), nullable=False),
        sa.Column('id', sa.Text(), nullable=False),
        sa.Column('booked_on', sa.Date(), nullable=False),
        sa.Column('value_on', sa.Date(), nullable=True),
        sa.Column('amount', sa.Text(), nullable=False),
        sa.Column('currency', sa.Text(), nullable=False),
        sa.Column('original_amount', sa.Text(), nullable=True),
        sa.Column('original_currency', sa.Text(), nullable=True),
        sa.Column('descriptor', sa.Text(), nullable=True),
        sa.Column('counterparty', sa.Text(), nullable=True),
        sa.Column('counterparty_account', sa.Text(), nullable=True),
        sa.Column('mandate_id', sa.Text(), nullable=True),
        sa.Column('creditor_id', sa.Text(), nullable=True),
        sa.Column('mcc', sa.Text(), nullable=True),
        sa.Column('bank_code', sa.Text(), nullable=True),
        sa.Column('is_reversal', sa.Boolean(), nullable=True),
        sa.Column('source_file', sa.Text(), nullable=True),
        sa.Column('source_place', sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_transactions_account_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['owner_id'], ['owners.id'], name=op.f('fk_transactions_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('n', name=op.f('pk_transactions'))
    )
    op.create_index('ix_transactions_owner_booked', 'transactions', ['owner_id', 'booked_on'], unique=False)
    op.create_index(op.f('ix_transactions_owner_id'), 'transactions', ['owner_id'], unique=False)
    op.create_table('statement_transactions',
        sa.Column('statement_id', sa.Integer(), nullable=False),
        sa.Column('n', sa.Integer(), nullable=False),
        sa.Column('place', sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(['n'], ['transactions.n'], name=op.f('fk_statement_transactions_n'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['statement_id'], ['statements.id'], name=op.f('fk_statement_transactions_statement_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('statement_id', 'n', name=op.f('pk_statement_transactions'))
    )
    op.create_index(op.f('ix_statement_transactions_n'), 'statement_transactions', ['n'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring a backup")
