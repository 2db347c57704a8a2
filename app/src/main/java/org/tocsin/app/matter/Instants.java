package org.tocsin.app.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants of an incident, null where not reported. With several calls or units each is the
 * earliest reported one. None of them can be edited; they are derived from stamps that are written
 * once.
 *
 * @param received 接报, when the first caller reached us
 * @param created 建单, when the incident was accepted
 * @param dispatched 派发, when the first unit was ordered
 * @param acknowledged 签收, when the first unit confirmed the order
 * @param departed 出警, when the first unit set off
 * @param arrived 到场, when the first unit was there
 * @param fedBack 反馈, when the first unit reported its result
 * @param closed when the incident was closed, null while it is open
 */
public record Instants(
    @Nullable Instant received,
    Instant created,
    @Nullable Instant dispatched,
    @Nullable Instant acknowledged,
    @Nullable Instant departed,
    @Nullable Instant arrived,
    @Nullable Instant fedBack,
    @Nullable Instant closed) {}
