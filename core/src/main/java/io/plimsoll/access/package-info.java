/** Who may do what in a workspace: tokens, local users, and people for whom an identity provider vouches. Knows no network and no database. */
@NullMarked
package io.plimsoll.access;

import org.jspecify.annotations.NullMarked;
