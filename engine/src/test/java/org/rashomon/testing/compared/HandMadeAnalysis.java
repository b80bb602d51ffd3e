package org.rashomon.testing.compared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Mention;
import org.rashomon.model.Place;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Participation;

/** An analysis made by hand: each paragraph of the text is a block and a sentence; annotations point to words of the text. */
public final class HandMadeAnalysis {
    public static final Actor VELDORA = government("VD", "Veldora");
    public static final Actor KESTRIA = government("KS", "Kestria");
    public static final Actor VELDORAN_ARMY = new Actor(
            "org:veldora-army", "Veldoran Army", ActorType.ORGANISATION, List.of("Veldoran army"), "VD", null);

    private final String id;
    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<IncidentMention> incidents = new ArrayList<>();
    private final List<AgreementMention> agreements = new ArrayList<>();
    private final List<AgreementStatement> statements = new ArrayList<>();
    private @Nullable String outlet;
    private @Nullable LocalDate day;
    private @Nullable String title;

    /** Paragraphs that begin with {@code #} are headlines, with {@code ~} furniture, with {@code @} bylines. */
    public HandMadeAnalysis(String id, String... paragraphs) {
        this.id = id;
        StringBuilder all = new StringBuilder();
        for (String paragraph : paragraphs) {
            if (all.length() > 0) {
                all.append("\n\n");
            }
            char mark = paragraph.charAt(0);
            BlockRole role = switch (mark) {
                case '#' -> BlockRole.HEADLINE;
                case '~' -> BlockRole.FURNITURE;
                case '@' -> BlockRole.BYLINE;
                default -> BlockRole.BODY;
            };
            String words = role == BlockRole.BODY ? paragraph : paragraph.substring(1);
            Span span = new Span(all.length(), all.length() + words.length());
            all.append(words);
            blocks.add(new Block(span, role));
            if (role.isRead()) {
                sentences.add(new Sentence(span, blocks.size() - 1));
            }
        }
        text = all.toString();
    }

    public static Actor government(String code, String name) {
        return new Actor("gov:" + code, name, ActorType.GOVERNMENT, List.of(), code, null);
    }

    public static Actor person(String name) {
        return new Actor("person:" + Words.fold(name).replace(' ', '-'), name, ActorType.PERSON, List.of(), null, null);
    }

    public HandMadeAnalysis outlet(String name) {
        outlet = name;
        return this;
    }

    public HandMadeAnalysis day(String iso) {
        day = LocalDate.parse(iso);
        return this;
    }

    public HandMadeAnalysis undated() {
        day = null;
        return this;
    }

    public HandMadeAnalysis title(String words) {
        title = words;
        return this;
    }

    public HandMadeAnalysis says(Actor speaker, Act act, String content, Actor... targets) {
        return claim(
                new Speaker(SpeakerStatus.NAMED, speaker, speaker.name(), null),
                act,
                act == Act.DENY ? Factuality.NEGATED : Factuality.CERTAIN,
                content,
                targets);
    }

    public HandMadeAnalysis saysUnnamed(String description, Act act, String content, Actor... targets) {
        return claim(
                new Speaker(SpeakerStatus.UNNAMED, null, description, null),
                act,
                act == Act.DENY ? Factuality.NEGATED : Factuality.CERTAIN,
                content,
                targets);
    }

    public HandMadeAnalysis claim(Speaker speaker, Act act, Factuality factuality, String content, Actor... targets) {
        Span span = find(content);
        claims.add(new Claim(
                id + ":" + claims.size(),
                id,
                new Attribution(List.of(), List.of(), List.of(span), Attribution.QuoteType.INDIRECT, true, 1),
                speaker,
                List.of(),
                act,
                List.of(targets),
                List.of(),
                Stance.of(act, List.of(targets), List.of()),
                null,
                factuality,
                null));
        return this;
    }

    public HandMadeAnalysis names(Actor actor, String words) {
        mentions.add(new Mention(find(words), org.rashomon.model.EntityType.ORG, actor, Mention.How.NAME));
        return this;
    }

    public HandMadeAnalysis incident(IncidentType type, String words, UnaryOperator<Deed> more) {
        Deed deed = more.apply(new Deed());
        Span span = find(words);
        incidents.add(new IncidentMention(
                id,
                span,
                sentenceOf(span),
                type,
                deed.head,
                deed.telling,
                deed.opening,
                deed.plural,
                deed.time,
                deed.place,
                deed.targets,
                deed.targetName,
                null,
                deed.ordinal,
                deed.doers,
                deed.cause,
                claimAt(span)));
        return this;
    }

    public HandMadeAnalysis figure(String words, @Nullable Long low, @Nullable Long high, Figure.Unit unit) {
        Span span = find(words);
        figures.add(new Figure(
                id + "#" + figures.size(),
                id,
                span,
                low,
                high,
                false,
                false,
                unit,
                Figure.PersonClass.UNKNOWN,
                null,
                false,
                null,
                null,
                claimAt(span)));
        return this;
    }

    public HandMadeAnalysis agreement(
            String words, AgreementMention.Kind kind, @Nullable String date, @Nullable String from) {
        return agreement(words, kind, date, from, List.of());
    }

    public HandMadeAnalysis agreement(
            String words,
            AgreementMention.Kind kind,
            @Nullable String date,
            @Nullable String from,
            List<String> bearers) {
        Span span = find(words);
        List<Obligation> obligations = bearers.stream()
                .map(bearer -> new Obligation(
                        id + bearer,
                        bearer,
                        Obligation.Deontic.MUST,
                        "withdraw heavy guns",
                        null,
                        null,
                        null,
                        id,
                        span,
                        null))
                .toList();
        List<Participation> parts = bearers.stream()
                .map(bearer -> new Participation(bearer, Participation.Role.PARTY, id, span))
                .toList();
        agreements.add(new AgreementMention(
                id,
                span,
                sentenceOf(span),
                words,
                kind,
                AgreementMention.Form.UNCLEAR,
                interval(date),
                interval(from),
                parts,
                obligations,
                claimAt(span)));
        return this;
    }

    /** The last claim made says this of an agreement. */
    public HandMadeAnalysis states(
            AgreementStatement.Kind kind,
            @Nullable String alleged,
            AgreementStatement.@Nullable Status status,
            AgreementStatement.@Nullable Response response) {
        Claim claim = claims.get(claims.size() - 1);
        statements.add(new AgreementStatement(
                claim.id(), id, claim.attribution().content().get(0), kind, alleged, status, response));
        return this;
    }

    public ArticleAnalysis done() {
        PublicationDate published = day == null ? null : new PublicationDate(day, null, Imprint.Origin.GIVEN);
        Article article = new Article(
                id,
                id + ".txt",
                Imprint.builder()
                        .outlet(outlet, Imprint.Origin.GIVEN)
                        .title(title)
                        .published(published)
                        .language("en")
                        .build(),
                text,
                blocks,
                List.of(),
                "");
        return new ArticleAnalysis(
                article, sentences, mentions, List.of(), List.of(), claims, figures, incidents, agreements, statements);
    }

    private @Nullable String claimAt(Span span) {
        return claims.stream()
                .filter(claim -> claim.attribution().content().get(0).contains(span))
                .map(Claim::id)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private int sentenceOf(Span span) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).span().contains(span)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no sentence holds " + span);
    }

    private Span find(String words) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("\"" + words + "\" does not stand in: " + text);
        }
        return new Span(at, at + words.length());
    }

    public static @Nullable TimeInterval interval(@Nullable String day) {
        return day == null ? null : TimeInterval.day(LocalDate.parse(day));
    }

    public static Place city(String name) {
        return new Place(name, null, "VD", null, null, null, Place.Precision.CITY);
    }

    public static Place quarter(String name, String city) {
        return new Place(name, city, "VD", null, null, null, Place.Precision.NEIGHBOURHOOD);
    }

    /** What the words tell of an incident. */
    public static final class Deed {
        private String head = "strike";
        private IncidentMention.Telling telling = IncidentMention.Telling.TELLS;
        private IncidentMention.Opening opening = IncidentMention.Opening.BARE;
        private boolean plural;
        private @Nullable TimeInterval time;
        private @Nullable Place place;
        private List<String> targets = List.of();
        private @Nullable String targetName;
        private int ordinal;
        private List<Actor> doers = List.of();
        private @Nullable String cause;

        /** By this word, in its base form. */
        public Deed called(String word) {
            head = word;
            return this;
        }

        /** Of several: <em>their attacks</em>. */
        public Deed plural() {
            plural = true;
            return this;
        }

        /** It points back: <em>the attack</em>. */
        public Deed back() {
            telling = IncidentMention.Telling.POINTS_BACK;
            opening = IncidentMention.Opening.DEFINITE;
            return this;
        }

        /** Its words bring up a deed and do not tell which: <em>an attack</em>. */
        public Deed bare() {
            telling = IncidentMention.Telling.SPEAKS;
            opening = IncidentMention.Opening.INDEFINITE;
            return this;
        }

        public Deed on(String iso) {
            time = interval(iso);
            return this;
        }

        public Deed from(String first, String last) {
            time = new TimeInterval(
                    LocalDate.parse(first), LocalDate.parse(last), org.rashomon.model.TimePrecision.RANGE);
            return this;
        }

        public Deed in(Place where) {
            place = where;
            return this;
        }

        public Deed hitting(String... what) {
            targets = List.of(what);
            return this;
        }

        public Deed named(String name) {
            targetName = name;
            return this;
        }

        public Deed number(int which) {
            ordinal = which;
            return this;
        }

        public Deed by(Actor... actors) {
            doers = List.of(actors);
            return this;
        }

        public Deed because(String of) {
            cause = of;
            return this;
        }
    }
}
