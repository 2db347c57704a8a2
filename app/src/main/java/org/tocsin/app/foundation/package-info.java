/**
 * What every room stands on: the database, the clock, who acts, the ledger of changes (audit log
 * and live stream), problems, packs.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.tocsin.app.foundation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
