/** Facts about signals that other rooms may listen to. */
@NamedInterface("events")
@NullMarked
package org.tocsin.app.intake.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
