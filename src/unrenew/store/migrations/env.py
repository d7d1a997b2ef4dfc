"""Runs the migrations on the connection that the store hands over, inside its transaction."""

from alembic import context

from unrenew.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="unrenew_version",
    transactional_ddl=False,  # the store has begun a transaction of its own, around everything
    render_as_batch=True,
)
context.run_migrations()
