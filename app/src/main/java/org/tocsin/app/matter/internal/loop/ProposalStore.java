package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.id;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.matter.KindProposal;
import org.tocsin.app.matter.KindProposalId;
import tools.jackson.databind.json.JsonMapper;

/** Proposed changes of kinds. */
@Repository
class ProposalStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ProposalStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(KindProposalId id, KindProposal p) {
    jdbc.sql(
            """
            insert into matter.kind_proposal (id, kind, type, version, base_version, yaml, why, trial,
              state, proposed_at, proposed_by_id, proposed_by)
            values (:id, :kind, :type, :version, :base, :yaml, :why, cast(:trial as jsonb),
              'PROPOSED', :at, :byId, :by)
            """)
        .param("id", id.value())
        .param("kind", p.kind())
        .param("type", p.type().name())
        .param("version", p.version())
        .param("base", p.baseVersion(), Types.INTEGER)
        .param("yaml", p.yaml())
        .param("why", p.why())
        .param("trial", json.writeValueAsString(p.trial()))
        .param("at", at(p.at()))
        .param("byId", p.by().officerId())
        .param("by", p.by().name())
        .update();
  }

  /** Answers a proposal that waits; false if it does not. */
  boolean answer(
      KindProposalId id, KindProposal.State state, Actor by, Instant now, @Nullable String note) {
    return jdbc.sql(
                """
                update matter.kind_proposal set state = :state, answered_at = :now,
                  answered_by_id = :byId, answered_by = :by, note = :note
                where id = :id and state = 'PROPOSED'
                """)
            .param("id", id.value())
            .param("state", state.name())
            .param("now", at(now))
            .param("byId", by.id())
            .param("by", by.name())
            .param("note", note)
            .update()
        == 1;
  }

  boolean waits(String kind) {
    return jdbc.sql(
            """
            select exists (select from matter.kind_proposal
              where kind = :kind and state = 'PROPOSED')
            """)
        .param("kind", kind)
        .query(Boolean.class)
        .single();
  }

  Optional<KindProposal> find(KindProposalId id) {
    return jdbc.sql("select * from matter.kind_proposal where id = :id")
        .param("id", id.value())
        .query((rs, n) -> proposal(rs))
        .optional();
  }

  List<KindProposal> list(@Nullable KindProposalId after, int rows) {
    return jdbc.sql(
            """
            select * from matter.kind_proposal
            where cast(:after as uuid) is null or id < :after order by id desc limit :rows
            """)
        .param("after", id(after), Types.OTHER)
        .param("rows", rows)
        .query((rs, n) -> proposal(rs))
        .list();
  }

  private KindProposal proposal(ResultSet rs) throws SQLException {
    String answeredBy = rs.getString("answered_by");
    return new KindProposal(
        new KindProposalId(uuid(rs, "id")),
        rs.getString("kind"),
        KindProposal.Type.valueOf(rs.getString("type")),
        rs.getInt("version"),
        rs.getObject("base_version", Integer.class),
        KindProposal.State.valueOf(rs.getString("state")),
        rs.getString("why"),
        new KindProposal.Person(rs.getString("proposed_by_id"), rs.getString("proposed_by")),
        instant(rs, "proposed_at"),
        answeredBy == null
            ? null
            : new KindProposal.Person(rs.getString("answered_by_id"), answeredBy),
        findInstant(rs, "answered_at"),
        rs.getString("note"),
        rs.getString("yaml"),
        List.of(),
        json.readValue(rs.getString("trial"), KindProposal.Trial.class));
  }
}
