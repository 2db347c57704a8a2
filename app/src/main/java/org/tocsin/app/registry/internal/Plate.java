package org.tocsin.app.registry.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AddressId;

/**
 * A door plate.
 *
 * @param replacedBy the code of the plate in its place, where there is one
 */
public record Plate(
    String code,
    AddressId addressId,
    PlateState state,
    @Nullable Instant orderedAt,
    @Nullable Instant mountedAt,
    @Nullable Instant activatedAt,
    @Nullable Instant replacedAt,
    @Nullable String replacedBy,
    long version) {}
