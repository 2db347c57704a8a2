package org.tocsin.app.matter.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.MatterProofs;
import org.tocsin.app.matter.MatterProofs.NewProof;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.ProofId;
import org.tocsin.kernel.MatterId;

/** Proofs of matters over HTTP. */
@RestController
class ProofController {
  private static final String KEY = "Idempotency-Key";
  private final MatterProofs proofs;

  ProofController(MatterProofs proofs) {
    this.proofs = proofs;
  }

  @PostMapping(path = "/api/matters/{id}/proofs", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  MatterView.ProofView add(
      @PathVariable MatterId id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable Instant takenAt,
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return proofs.add(id, proof(file, kind, takenAt, lat, lon), key);
  }

  /** For a matter that is not raised yet: its raising names the proof. Kept for a day. */
  @PostMapping(path = "/api/matter-proofs", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  MatterView.ProofView addLoose(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable Instant takenAt,
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return proofs.add(null, proof(file, kind, takenAt, lat, lon), key);
  }

  private static NewProof proof(
      @Nullable MultipartFile file,
      String kind,
      @Nullable Instant takenAt,
      @Nullable Double lat,
      @Nullable Double lon) {
    if (file == null) {
      return new NewProof(kind, "", new byte[0], takenAt, lat, lon);
    }
    // Refused by its size before it is read into memory.
    if (file.getSize() > MatterProofs.MOST_BYTES) {
      throw Problem.tooLarge("file", MatterProofs.MOST_BYTES);
    }
    try {
      String name = file.getOriginalFilename();
      return new NewProof(kind, name == null ? "" : name, file.getBytes(), takenAt, lat, lon);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping("/api/matters/{id}/proofs/{proofId}")
  ResponseEntity<byte[]> read(
      @PathVariable MatterId id,
      @PathVariable ProofId proofId,
      @RequestParam(defaultValue = "false") boolean download) {
    MatterProofs.Content content = proofs.read(id, proofId);
    ContentDisposition.Builder how =
        download ? ContentDisposition.attachment() : ContentDisposition.inline();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.contentType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            how.filename(content.name(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content.bytes());
  }
}
