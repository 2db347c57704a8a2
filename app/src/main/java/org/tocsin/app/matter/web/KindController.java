package org.tocsin.app.matter.web;

import static org.tocsin.app.matter.web.IncidentRequests.needed;
import static org.tocsin.app.matter.web.IncidentRequests.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.matter.KindProposal;
import org.tocsin.app.matter.KindProposalId;
import org.tocsin.app.matter.KindProposals;
import org.tocsin.app.matter.MatterKinds;

/** Declared kinds of matters, and changes of them, over HTTP. */
@RestController
@RequestMapping("/api")
class KindController {
  private static final String KEY = "Idempotency-Key";

  record ProposeRequest(@Nullable String yaml, @Nullable String why, @Nullable Boolean check) {}

  record NoteRequest(@Nullable String note) {}

  record RollBackRequest(@Nullable Integer toVersion, @Nullable String why) {}

  record Yaml(String yaml) {}

  private final MatterKinds kinds;
  private final KindProposals proposals;

  KindController(MatterKinds kinds, KindProposals proposals) {
    this.kinds = kinds;
    this.proposals = proposals;
  }

  @GetMapping("/matter-kinds")
  List<MatterKinds.KindLine> list() {
    return kinds.list();
  }

  @GetMapping("/matter-kinds/{kind}")
  Map<String, Object> declaration(
      @PathVariable String kind, @RequestParam(required = false) @Nullable Integer version) {
    return kinds.declaration(kind, version);
  }

  @GetMapping("/matter-kinds/{kind}/versions")
  List<MatterKinds.VersionLine> versions(@PathVariable String kind) {
    return kinds.versions(kind);
  }

  @GetMapping("/matter-kinds/{kind}/yaml")
  Yaml yaml(@PathVariable String kind, @RequestParam(required = false) @Nullable Integer version) {
    return new Yaml(kinds.yaml(kind, version));
  }

  @PostMapping("/matter-kinds/{kind}/rollback")
  KindProposal rollBack(
      @PathVariable String kind,
      @RequestBody RollBackRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return proposals.rollBack(kind, needed("toVersion", in.toVersion()), text(in.why()), key);
  }

  @PostMapping("/kind-proposals")
  KindProposal propose(
      @RequestBody ProposeRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return proposals.propose(text(in.yaml()), text(in.why()), Boolean.TRUE.equals(in.check()), key);
  }

  @GetMapping("/kind-proposals")
  Page<KindProposal> proposals(
      @RequestParam(required = false) @Nullable KindProposalId after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return proposals.list(after, Page.limit(limit));
  }

  @GetMapping("/kind-proposals/{id}")
  KindProposal proposal(@PathVariable KindProposalId id) {
    return proposals.get(id);
  }

  @PostMapping("/kind-proposals/{id}/approve")
  KindProposal approve(
      @PathVariable KindProposalId id,
      @RequestBody(required = false) @Nullable NoteRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return proposals.approve(id, in == null ? null : in.note(), key);
  }

  @PostMapping("/kind-proposals/{id}/withdraw")
  KindProposal withdraw(
      @PathVariable KindProposalId id,
      @RequestBody(required = false) @Nullable NoteRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return proposals.withdraw(id, in == null ? null : in.note(), key);
  }
}
