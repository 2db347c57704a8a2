/** The platform. One package per room; see ARCHITECTURE.md. */
@NullMarked
package org.tocsin.app;

import org.jspecify.annotations.NullMarked;
