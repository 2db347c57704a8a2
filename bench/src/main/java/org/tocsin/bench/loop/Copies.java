package org.tocsin.bench.loop;

import java.util.List;
import java.util.UUID;

/**
 * Fills the tables with copies of the {@link Originals}, row for row what the server wrote of each:
 * moved back in time by a span of its own (all terms used are of wall-clock days, so every due
 * instant moves with its start), with a number, case number and street of its own. A timeline is
 * written line by line over all matters, so that the lines of one matter lie as far apart in the
 * table as they would after weeks of work.
 */
final class Copies {
  /** The numbers of copies begin here, far above those that the server gives meanwhile. */
  static final int FIRST = 100_000;

  private static final String FIRST_SIGNS =
      "东西南北中上下前后左右长平安康宁永兴福禄喜和顺文武忠孝仁义礼智信金银铜铁玉珠松竹梅兰菊荷桃李杏柳杨桂枫槐榆桐柏";
  private static final String SECOND_SIGNS =
      "山川河湖江海溪泉池塘桥门街巷里坊园亭台楼阁寺庙塔井村庄寨堡关口湾港渡滩洲岛岭峰坡谷沟坪原野田林苑庭院府城庐轩";

  // Signs of a street, drawn by the number of the copy: 60 times 60 streets at most.
  private static final String STREET =
      "substr('%s', 1 + (hashint4(n) & 2147483647) %% %d, 1), substr('%s', 1 + (hashint4(n + 7) & 2147483647) %% %d, 1)"
          .formatted(FIRST_SIGNS, FIRST_SIGNS.length(), SECOND_SIGNS, SECOND_SIGNS.length());

  private final Owner owner;

  Copies(Owner owner) {
    this.owner = owner;
  }

  /** Keeps the originals beside, line numbers and all. */
  void prepare(List<UUID> originals) {
    clean();
    owner.run(
        """
        create unlogged table matter.bench_original as
        select m.id, row_number() over (order by m.number, m.kind) - 1 as place,
          substring(m.number from '([0-9]+)号$') as serial,
          (select min(c.fire_at) from matter.loop_clock c where c.matter_id = m.id) as fires
        from matter.loop_matter m where m.id = any(?)
        """,
        originals);
    owner.plain(
        """
        create unlogged table matter.bench_line as
        select e.*, case when e.what like 'CLOCK%' then
            substring(e.detail_zh from '[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}') end as due,
          row_number() over (partition by e.matter_id order by e.seq) as line
        from matter.loop_entry e join matter.bench_original o on o.id = e.matter_id
        """);
    owner.plain(
        """
        create unlogged table matter.bench_copy (n integer primary key, id uuid not null,
          original uuid not null, shift interval not null, a text not null, b text not null,
          serial text not null)
        """);
    owner.plain("analyze matter.bench_original, matter.bench_line");
  }

  /** The working tables are not the server's and do not stay. */
  void clean() {
    owner.plain("drop table if exists matter.bench_original, matter.bench_line, matter.bench_copy");
  }

  /** So many copies, none of whose clocks does anything within the next two hours. */
  void spread(int count) {
    draw(
        "(o.fires - now() - interval '2 hours') * ((hashint4(n + 13) & 2147483647) % 1000003 / 1000003.0)",
        FIRST, count);
    write();
  }

  /** So many copies whose next firings are spread evenly over a span from now. */
  void due(int first, int count, double inSeconds, double overSeconds) {
    draw(
        "o.fires - clock_timestamp() - interval '1 second' * (%s + (n - %d) * %s)"
            .formatted(inSeconds, first, overSeconds / count),
        first,
        count);
    write();
  }

  private void draw(String shift, int first, int count) {
    owner.plain("truncate matter.bench_copy");
    owner.run(
        """
        insert into matter.bench_copy
        select n, (lpad(to_hex(floor(extract(epoch from clock_timestamp() - s.shift) * 1000)::bigint),
            12, '0') || '7' || substr(md5(n::text), 1, 3) || 'a' || substr(md5(n::text), 4, 15))::uuid,
          o.id, s.shift, %s, o.serial
        from generate_series(?, ?) n
        join matter.bench_original o on o.place = n %% (select count(*) from matter.bench_original)
        cross join lateral (select date_trunc('milliseconds', %s) as shift) s
        """
            .formatted(STREET, shift),
        first,
        first + count - 1);
    owner.plain("analyze matter.bench_copy");
  }

  private void write() {
    owner.plain(SqlText.MATTERS);
    owner.plain(SqlText.PERSONAL);
    for (String ordered : List.of(SqlText.DEED, SqlText.LINE)) {
      int most = ordered.equals(SqlText.LINE) ? Originals.LINES : 2;
      for (int i = 1; i <= most; i++) {
        owner.run(ordered, i);
      }
    }
    owner.plain(SqlText.CLOCKS);
    owner.plain(SqlText.PROOFS);
    owner.plain(SqlText.PROOF_BYTES);
  }

  /**
   * A copy.
   *
   * @param number after {@link Originals#NUMBER}'s letters
   */
  record Copy(String id, int number, String station, String kind, String street) {}

  /** Some tens of thousands of the copies made last, evenly from everywhere. */
  List<Copy> sample(int count) {
    int originals =
        owner.rows("select count(*) from matter.bench_original", rs -> rs.getInt(1)).getFirst();
    int step = Math.max(1, count / 40_000);
    // Without a common divisor every original, and so every station, has its share.
    while (gcd(step, originals) != 1) {
      step++;
    }
    return owner.rows(
        """
        select c.id, c.n, m.agency_id, m.kind, c.a || c.b as street from matter.bench_copy c
        join matter.loop_matter m on m.id = c.original where c.n % ? = 0 order by c.id
        """,
        rs ->
            new Copy(
                rs.getString(1), rs.getInt(2), rs.getString(3), rs.getString(4), rs.getString(5)),
        step);
  }

  /** The ids of the copies made last, with the instant at which each next does something. */
  List<Firing> firings() {
    return owner.rows(
        """
        select c.id, (select min(k.fire_at) from matter.loop_clock k where k.matter_id = c.id) as at
        from matter.bench_copy c order by 2
        """,
        rs ->
            new Firing(
                UUID.fromString(rs.getString(1)),
                rs.getObject(2, java.time.OffsetDateTime.class).toInstant()));
  }

  /** A clock that is to do something. */
  record Firing(UUID matter, java.time.Instant at) {}

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
