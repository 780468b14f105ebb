package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countenance.scope.Worth.NO;
import static org.countenance.scope.Worth.UNDETERMINED;
import static org.countenance.scope.Worth.YES;

import org.junit.jupiter.api.Test;

class WorthTest {

    @Test
    void takesTheGreaterForOrAndTheLesserForAnd() {
        for (Worth a : Worth.values()) {
            for (Worth b : Worth.values()) {
                assertThat(a.or(b).ordinal()).isEqualTo(Math.max(a.ordinal(), b.ordinal()));
                assertThat(a.and(b).ordinal()).isEqualTo(Math.min(a.ordinal(), b.ordinal()));
            }
        }
    }

    @Test
    void leavesDoubtWhereItIsDoubtfulWhetherSomethingIsTakenAway() {
        assertThat(YES.minus(NO)).isEqualTo(YES);
        assertThat(YES.minus(UNDETERMINED)).isEqualTo(UNDETERMINED);
        assertThat(YES.minus(YES)).isEqualTo(NO);
        assertThat(UNDETERMINED.minus(NO)).isEqualTo(UNDETERMINED);
        assertThat(UNDETERMINED.minus(UNDETERMINED)).isEqualTo(UNDETERMINED);
        assertThat(UNDETERMINED.minus(YES)).isEqualTo(NO);
        assertThat(NO.minus(NO)).isEqualTo(NO);
    }

    @Test
    void invertsTwiceToItself() {
        assertThat(YES.inverse()).isEqualTo(NO);
        assertThat(UNDETERMINED.inverse()).isEqualTo(UNDETERMINED);
        assertThat(NO.inverse()).isEqualTo(YES);
    }
}
