package org.tocsin.bench.loop;

/**
 * The rows of each copy {@code c}, from those of its original. Every table is written whole, column
 * by column, so that a column added later makes the bench fail and not lie.
 */
final class SqlText {
  private SqlText() {}

  private static String told(String text) {
    return "replace(replace(%s, 'ZQ0ZQ', 'ZQ' || c.n || 'ZQ'), '麤龘', c.a || c.b)".formatted(text);
  }

  private static String moved(String text) {
    return "case when e.due is null then %1$s else replace(%1$s, e.due,".formatted(text)
        + " to_char(e.due::timestamp - c.shift, 'YYYY-MM-DD HH24:MI')) end";
  }

  private static String iso(String instant) {
    return "to_char((" + instant + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  }

  static final String MATTERS =
      """
      insert into matter.loop_matter (id, kind, kind_version, number, title, state, open, agency_id,
        raised_agency_id, handler_id, raised_at, raised_by_id, raised_by, closed_at, fields, due_at,
        due_clock, words, exercise_id, version, edited_version, edited_by, edited_at, updated_at)
      select c.id, m.kind, m.kind_version, regexp_replace(m.number, '[0-9]+号$', c.n || '号'),
        %s, m.state, m.open, m.agency_id, m.raised_agency_id, m.handler_id, m.raised_at - c.shift,
        m.raised_by_id, m.raised_by, m.closed_at, %s::jsonb, m.due_at - c.shift, m.due_clock,
        array_replace(array_replace(array_replace(array_replace(array_replace(m.words,
          c.serial, c.n::text), 'zq0zq', 'zq' || c.n || 'zq'), '麤', c.a), '龘', c.b),
          '麤龘', c.a || c.b),
        m.exercise_id, m.version, m.edited_version, m.edited_by, m.edited_at - c.shift,
        m.updated_at - c.shift
      from matter.bench_copy c join matter.loop_matter m on m.id = c.original
      """
          .formatted(told("m.title"), told("m.fields::text"));

  static final String PERSONAL =
      """
      insert into matter.loop_personal (matter_id, field, kind, value, since)
      select c.id, p.field, p.kind, p.value, p.since
      from matter.bench_copy c join matter.loop_personal p on p.matter_id = c.original
      """;

  static final String DEED =
      """
      insert into matter.loop_deed (matter_id, transition, from_state, to_state, officer_id, at)
      select c.id, d.transition, d.from_state, d.to_state, d.officer_id, d.at - c.shift
      from matter.bench_copy c join (select x.*,
          row_number() over (partition by x.matter_id order by x.seq) as place
        from matter.loop_deed x join matter.bench_original o on o.id = x.matter_id) d
        on d.matter_id = c.original and d.place = ?
      """;

  /** The n-th line of every timeline; what it says of a due instant moves too. */
  static final String LINE =
      """
      insert into matter.loop_entry (matter_id, at, claimed_at, by_id, by_name, what, zh, en,
        detail_zh, detail_en, data)
      select c.id, e.at - c.shift, e.claimed_at - c.shift, e.by_id, e.by_name, e.what, e.zh, e.en,
        %s, %s, case when p.id is null then e.data
          else replace(e.data::text, p.id::text, md5(c.id::text)::uuid::text)::jsonb end
      from matter.bench_copy c join matter.bench_line e on e.matter_id = c.original and e.line = ?
      left join matter.loop_proof p on p.matter_id = c.original
      """
          .formatted(moved("e.detail_zh"), moved("e.detail_en"));

  static final String CLOCKS =
      """
      insert into matter.loop_clock (matter_id, clock, status, started_at, due_at, warn_at, fire_at,
        run)
      select c.id, k.clock, k.status, k.started_at - c.shift, k.due_at - c.shift,
        k.warn_at - c.shift, k.fire_at - c.shift,
        k.run || jsonb_build_object('startedAt', %s)
          || case when k.run ->> 'endedAt' is null then '{}'::jsonb
            else jsonb_build_object('endedAt', %s) end
      from matter.bench_copy c join matter.loop_clock k on k.matter_id = c.original
      """
          .formatted(
              iso("(k.run ->> 'startedAt')::timestamptz - c.shift"),
              iso("(k.run ->> 'endedAt')::timestamptz - c.shift"));

  static final String PROOFS =
      """
      insert into matter.loop_proof (id, matter_id, kind, name, content_type, size, sha256, taken_at,
        received_at, lat, lon, by_id, by_name, used_for)
      select md5(c.id::text)::uuid, c.id, p.kind, p.name, p.content_type, p.size, p.sha256,
        p.taken_at - c.shift, p.received_at - c.shift, p.lat, p.lon, p.by_id, p.by_name, p.used_for
      from matter.bench_copy c join matter.loop_proof p on p.matter_id = c.original
      """;

  static final String PROOF_BYTES =
      """
      insert into matter.loop_proof_content (proof_id, bytes)
      select md5(c.id::text)::uuid, b.bytes
      from matter.bench_copy c join matter.loop_proof p on p.matter_id = c.original
      join matter.loop_proof_content b on b.proof_id = p.id
      """;
}
