/** How long the server takes to start, and how much memory it needs. */
@NullMarked
package org.tocsin.bench.startup;

import org.jspecify.annotations.NullMarked;
