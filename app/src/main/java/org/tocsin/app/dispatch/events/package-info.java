/** Facts about units, orders, instructions and whistles that other rooms may listen to. */
@NamedInterface("events")
@NullMarked
package org.tocsin.app.dispatch.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
