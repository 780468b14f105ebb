package org.countenance.decisions;

import java.util.List;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** The manifest against files, inventories and detections, signed or not, planned or made (decision.md sections 4 and 5). */
final class ManifestCases extends Group {

    private static final String SYNTHETIC = "'contexts':[],'releases':['home'],'source':'trainedAlgorithmicMedia'";

    ManifestCases() {
        super("manifest");
    }

    @Override
    void tell() {
        synthetic();
        drivers();
        files();
        inventories();
        signatures();
        plans();
    }

    private static void statement(Case c, String more) {
        c.manifest(
                "'uses':[",
                "'synthetic':[{'asset':'shot2','statement':'no identifiable person','by':'$studio'" + more
                        + "}],'uses':[");
    }

    private static void second(Case c) {
        c.manifest(
                "'assets':[",
                "'assets':[" + Second.asset(2, "").replace("'contexts':[],'releases':['home']", SYNTHETIC) + ",");
    }

    private void synthetic() {
        say("blocks a synthetic asset of which nobody says whom it shows", c -> {
            c.grant();
            second(c);
            c.expects(BLOCKED, 110);
        });
        say("warns of a synthetic asset with an unsigned statement", c -> {
            c.grant();
            second(c);
            statement(c, "");
            c.expects(CLEARED).tells(110);
        });
        for (String source :
                List.of("compositeWithTrainedAlgorithmicMedia", "algorithmicMedia", "compositeSynthetic")) {
            say("blocks an asset of the source " + source + " of which nobody says whom it shows", c -> {
                c.grant();
                second(c);
                c.manifest("trainedAlgorithmicMedia", source).expects(BLOCKED, 110);
            });
        }
        say("notes that nobody has checked the attestation of a synthetic asset", c -> {
            c.grant();
            second(c);
            statement(c, ",'attestation':{'sha256':'" + Case.HASH + "'}");
            c.expects(CLEARED).tells(110);
        });
        say("clears a synthetic asset with a use", c -> {
            c.grant();
            c.manifest("'contexts':[],'releases':['home']", SYNTHETIC);
            c.expects(CLEARED).silent(110);
        });
        say("asks nothing of a camera's asset without uses", c -> {
            c.grant();
            c.manifest("'assets':[", "'assets':[" + Second.asset(2, ",'source':'digitalCapture'") + ",");
            c.expects(CLEARED).silent(110);
        });
    }

    private void drivers() {
        say("blocks a face swap without a driver", c -> {
            c.grant("'voice-clone'", "'face-swap'", "['face','voice']", "['face']");
            c.manifest("'technique':'voice-clone'", "'technique':'face-swap'", "['face','voice']", "['face']");
            c.expects(BLOCKED, 111);
        });
        say("clears a face swap with a driver on the same asset", c -> {
            c.grant(
                    "'voice-clone'",
                    "'face-swap'",
                    "['face','voice']",
                    "['face','body']",
                    "['depicted']",
                    "['depicted','driver']");
            c.manifest(
                    "'technique':'voice-clone'",
                    "'technique':'face-swap'",
                    "['face','voice']",
                    "['face']",
                    "'uses':[",
                    "'uses':["
                            + Second.use(2)
                                    .replace("shot2", "shot")
                                    .replace("depicted", "driver")
                                    .replace("['face']", "['body']")
                                    .replace("voice-clone", "face-swap")
                            + ",");
            c.expects(CLEARED);
        });
        for (String technique : List.of("face-reenactment", "pose-transfer", "voice-conversion")) {
            say("blocks " + technique + " without a driver", c -> {
                c.grant("'voice-clone'", "'" + technique + "'");
                c.manifest("'technique':'voice-clone'", "'technique':'" + technique + "'")
                        .expects(BLOCKED, 111);
            });
            say("clears " + technique + " with a driver on the same asset", c -> {
                driven(c, technique, "shot");
                c.expects(CLEARED).silent(111);
            });
        }
        say("does not take a driver on another asset", c -> {
            driven(c, "face-swap", "shot2");
            c.manifest("'assets':[", "'assets':[" + Second.asset(2, "") + ",");
            c.expects(BLOCKED, 111).use("u1", BLOCKED).use("u2", CLEARED);
        });
        say("takes a driver whom nobody names for one", c -> {
            driven(c, "face-swap", "shot");
            c.manifest(
                    "'uses':[{'id':'u2','asset':'shot','person':'$lin'",
                    "'uses':[{'id':'u2','asset':'shot','person':{'unidentified':'a stand-in'}");
            c.expects(BLOCKED, 101).silent(111, 102, 103);
        });
        say("asks for no driver of what nobody drives", c -> {
            c.grant("'voice-clone'", "'face-blend'");
            c.manifest("'technique':'voice-clone'", "'technique':'face-blend'")
                    .expects(CLEARED)
                    .silent(111);
        });
        say("clears a face swap with a capture of the plate's person", c -> {
            c.grant("'voice-clone'", "'face-swap','capture'", "['face','voice']", "['face','body']");
            c.manifest(
                    "'technique':'voice-clone'",
                    "'technique':'face-swap'",
                    "['face','voice']",
                    "['face']",
                    "'uses':[",
                    "'uses':["
                            + Second.use(2)
                                    .replace("shot2", "shot")
                                    .replace("['face']", "['body']")
                                    .replace("voice-clone", "capture")
                            + ",");
            c.expects(CLEARED);
        });
    }

    private static void driven(Case c, String technique, String asset) {
        c.grant("'voice-clone'", "'" + technique + "'", "['depicted']", "['depicted','driver']");
        c.manifest(
                "'technique':'voice-clone'",
                "'technique':'" + technique + "'",
                "'uses':[",
                "'uses':["
                        + Second.use(2)
                                .replace("shot2", asset)
                                .replace("depicted", "driver")
                                .replace("voice-clone", technique)
                        + ",");
    }

    private void files() {
        String content = "four seconds of Mei";
        String hash = Sha256.hash(Bytes.utf8(content)).hex();
        say("clears files that are those of the manifest", c -> {
            c.grant();
            c.manifest(Case.HASH, hash).file("shot.mp4", content);
            c.policy("'require':{'assets':'hashed'}");
            c.expects(CLEARED).silent(112, 310);
        });
        say("blocks a file that was read and that the manifest lacks", c -> {
            c.grant();
            c.manifest(Case.HASH, hash).file("shot.mp4", content).file("extra.mp4", "four more");
            c.expects(BLOCKED, 112);
        });
        say("blocks a file that has the name of an asset and another content", c -> {
            c.grant();
            c.manifest(Case.HASH, hash).file("shot.mp4", content + ", and one more");
            c.expects(BLOCKED, 112);
        });
        say("leaves an answer undetermined when some files were read where policy wants all", c -> {
            c.grant();
            c.manifest("'assets':[", "'assets':[" + Second.asset(2, "") + ",", Case.HASH, hash)
                    .file("shot.mp4", content);
            c.policy("'require':{'assets':'hashed'}");
            c.expects(UNDETERMINED, 310).silent(112);
        });
    }

    private void inventories() {
        say("clears an inventory that lists what the manifest does", c -> {
            c.grant();
            c.inventory("{'inventory':1,'assets':[{'sha256':'" + Case.HASH + "'}]}");
            c.expects(CLEARED);
        });
        say("blocks a file that an inventory lists and the manifest does not", c -> {
            c.grant();
            c.inventory("{'inventory':1,'assets':[{'sha256':'" + Case.asset(3).hex() + "','name':'extra.mp4'}]}");
            c.expects(BLOCKED, 112);
        });
        say("blocks a detection in a file that the manifest lacks", c -> {
            c.grant();
            c.inventory(
                    "{'inventory':1,'detections':[{'asset':'" + Case.asset(3).hex() + "'}]}");
            c.expects(BLOCKED, 112);
        });
        say("blocks a person recognised in another asset than the one that declares her", c -> {
            c.grant();
            c.manifest("'assets':[", "'assets':[" + Second.asset(2, "") + ",");
            c.inventory("{'inventory':1,'detections':[{'asset':'shot2','person':'$lin','confidence':40}]}");
            c.expects(BLOCKED, 112).use("u1", CLEARED);
        });
        say("clears somebody seen in an asset with a use", c -> {
            c.grant();
            c.inventory("{'inventory':1,'detections':[{'asset':'shot','confidence':99}]}");
            c.expects(CLEARED).silent(112);
        });
        say("clears somebody seen in an asset that a statement says shows nobody", c -> {
            c.grant();
            second(c);
            statement(c, "");
            c.inventory("{'inventory':1,'detections':[{'asset':'shot2'}]}");
            c.expects(CLEARED).silent(112);
        });
        say("blocks a person who was recognised and is not declared", c -> {
            c.person("wen", "adult");
            c.grant();
            c.inventory("{'inventory':1,'detections':[{'asset':'shot','person':'$wen','confidence':91}]}");
            c.expects(BLOCKED, 112);
        });
        say("clears a person who was recognised and is declared", c -> {
            c.grant();
            c.inventory("{'inventory':1,'detections':[{'asset':'" + Case.HASH + "','person':'$lin','confidence':91}]}");
            c.expects(CLEARED);
        });
        say("blocks somebody seen in an asset that is said to show nobody by silence", c -> {
            c.grant();
            c.manifest("'assets':[", "'assets':[" + Second.asset(2, "") + ",");
            c.inventory("{'inventory':1,'detections':[{'asset':'shot2'}]}");
            c.expects(BLOCKED, 112);
        });
        say("blocks a person recognised in an asset that is declared synthetic", c -> {
            c.grant();
            second(c);
            statement(c, "");
            c.inventory("{'inventory':1,'detections':[{'asset':'shot2','person':'$lin'}]}");
            c.expects(BLOCKED, 112);
        });
        say("leaves an answer undetermined without the inventory that policy wants", c -> {
            c.grant();
            c.policy("'require':{'inventory':'given'}");
            c.expects(UNDETERMINED, 310);
        });
        say("clears with the inventory that policy wants", c -> {
            c.grant();
            c.policy("'require':{'inventory':'given'}");
            c.inventory("{'inventory':1,'assets':[{'sha256':'" + Case.HASH + "'}]}");
            c.expects(CLEARED);
        });
    }

    private void signatures() {
        say("clears a manifest that its producer signed where policy wants that", c -> {
            c.grant();
            c.policy("'require':{'producer':'signed'}");
            c.signed(Kit.STUDIO);
            c.expects(CLEARED).silent(201);
        });
        say("leaves an unsigned manifest undetermined where policy wants a signature", c -> {
            c.grant();
            c.policy("'require':{'producer':'signed'}");
            c.expects(UNDETERMINED, 310);
        });
        say("blocks a manifest that somebody else signed", c -> {
            c.party("other");
            c.grant();
            c.signed("other");
            c.expects(BLOCKED, 201);
        });
        say("blocks a manifest that was changed after it was signed", c -> {
            c.grant();
            c.signed(Kit.STUDIO);
            c.manifest("'A Test'", "'Another Test'");
            c.expects(BLOCKED, 201);
        });
    }

    private void plans() {
        say("never clears a plan", c -> {
            c.grant();
            c.made("2027-01-10", "2027-01-11")
                    .plans("2026-12-15")
                    .expects(UNDETERMINED, 310)
                    .use("u1", CLEARED);
        });
        say("says what a plan lacks", c -> {
            c.made("2027-01-10", "2027-01-11").plans("2026-12-15").expects(BLOCKED, 102, 310);
        });
        say("plans assets that nobody has made yet", c -> {
            c.grant();
            c.made("2027-01-10", "2027-01-11")
                    .manifest("'sha256':'" + Case.HASH + "',", "")
                    .plans("2026-12-15")
                    .expects(UNDETERMINED, 310);
        });
    }
}
