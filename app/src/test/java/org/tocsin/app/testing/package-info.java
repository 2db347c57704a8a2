/**
 * What tests of all rooms share: a real PostgreSQL, the whole app on a random port, and who acts.
 */
@NullMarked
package org.tocsin.app.testing;

import org.jspecify.annotations.NullMarked;
