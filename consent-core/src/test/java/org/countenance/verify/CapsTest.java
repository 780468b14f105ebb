package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.HashList;
import org.junit.jupiter.api.Test;

/** Caps against clearances that were made to confuse them. */
class CapsTest {

    private static final String HASH = Sha256.hash(Bytes.utf8("any")).hex();
    private static final int RELIED = 200;

    private final Kit kit = new Kit();

    /** Another production's clearance that says many times over that it used as many seconds as a number can say. */
    private void consumeEverything(Id grant, int production) {
        HashList list = HashList.of(List.of(Sha256.hash(Bytes.utf8("shot"))));
        String relied = "{'grant':'" + grant + "','assets':$list,'seconds':9007199254740991}";
        kit.sign(
                RecordKind.CLEARANCE,
                Kit.STUDIO,
                kit.id(Kit.STUDIO),
                kit.named("{'production':{'id':{'scheme':'x-house','value':'P-" + production
                        + "'},'type':'series','producer':'$studio'},'manifest':'" + HASH + "','policy':'" + HASH
                        + "','rules':'" + HASH
                        + "','outcome':'cleared','assurance':{'producer':'signed','identity':'self',"
                        + "'assets':{'hashed':1,'of':1},'inventory':'none','made':'declared','witnesses':0},"
                        + "'releases':[{'id':'home','media':['svod'],'territories':{'include':['CN'],'exclude':[]},"
                        + "'languages':['zh'],'window':{'from':'2027-02-01T00:00:00Z','until':'2027-07-01T00:00:00Z'}}],"
                        + "'relied':[" + String.join(",", Collections.nCopies(RELIED, relied)) + "],"
                        + "'log':{'origin':'" + Kit.NAME
                        + "/0','size':1,'root':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='},"
                        + "'evaluated':'2026-12-11T00:00:00Z','waived':[],'skipped':[]}"),
                list);
    }

    @Test
    void doNotBeginAnewWhenTheSumIsTooLargeForANumber() {
        Id grant = kit.grant(text -> text.replace("'duties':[]", "'duties':[],'caps':{'seconds':100}")
                .replace("'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]", "'productions':'*'"));
        for (int production = 2; production < 8; production++) {
            consumeEverything(grant, production);
        }
        Verdict verdict = kit.verify("2026-12-15");
        assertThat(verdict.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(verdict.rules()).contains(Rule.CAP_EXCEEDED);
    }
}
