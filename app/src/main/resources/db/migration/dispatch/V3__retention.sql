-- Words about units and watches may name persons: they are never changed, but retention deletes them in time.
comment on table dispatch.unit_note is 'notes about a unit; never changed, deleted by retention alone';
comment on table dispatch.shift_handover is 'hand-overs of the watch as they were offered; never changed, deleted by retention alone';
comment on table dispatch.shift_handover_answer is
  'who took a watch over, or that it was withdrawn by who offered it; never changed, deleted by retention alone';
create index unit_note_at on dispatch.unit_note (at);
create index shift_handover_at on dispatch.shift_handover (offered_at);
