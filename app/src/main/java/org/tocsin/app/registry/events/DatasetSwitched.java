package org.tocsin.app.registry.events;

import java.time.Instant;
import org.tocsin.kernel.ImportId;

/**
 * Another import of a dataset is in use, or its former one again.
 *
 * @param importId the import that was applied or rolled back
 * @param dataset for example {@code roads/main}
 */
public record DatasetSwitched(ImportId importId, String dataset, Instant occurredAt) {}
