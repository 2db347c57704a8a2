/**
 * The declared kinds at work over HTTP: journeys, suppression, a random walk, a new kind at run
 * time.
 */
@NullMarked
package org.tocsin.app.matter.loop;

import org.jspecify.annotations.NullMarked;
