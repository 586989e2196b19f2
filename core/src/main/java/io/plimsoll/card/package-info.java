/** The model card: what a version is, what it was made from and how it was judged, as one HTML file for people who have nothing else. */
@NullMarked
package io.plimsoll.card;

import org.jspecify.annotations.NullMarked;
