using System.CommandLine;
using System.CommandLine.Parsing;
using OrleansContest.LoadTest.Kinds;

namespace OrleansContest.LoadTest;

/// <summary>The options of the command line, and what they come to.</summary>
internal sealed class LoadOptions
{
    private static readonly LoadPlan usual = new() { Url = new Uri("http://localhost:8080") };

    private readonly Option<Uri> url = Of("--url", "URL", "The gateway.", usual.Url, Values.Url);
    private readonly Option<string?> key = Of<string?>("--key", "KEY", "The master key. Default: CONTEST_KEY, else the key that './contest up' made on this machine.", null, Values.Text);
    private readonly Option<string?> login = Of<string?>(
        "--operator", "NAME:PASSWORD", "The operator of the pileups, who feeds them. Default: CONTEST_OPERATOR.", null, Values.Text);

    private readonly Option<string?> adminToken = Of<string?>(
        "--admin-token", "TOKEN", "The token of an administrator, to make quizzes where the master key is not known. Default: CONTEST_ADMIN_TOKEN.", null, Values.Text);

    private readonly Option<string> kind = Of("--kind", "KIND", "What to load: contest, event, match, pileup or quiz.", usual.Kind, Values.Kind);
    private readonly Option<IReadOnlyList<string>> dialects = Of(
        "--dialect", "NAME,…", "How to watch, in turn: ws; of a match socketio (the usual way) or ws; of a pileup ws or sse.", usual.Dialects, Values.List);

    private readonly Option<string?> channel = Of<string?>("--channel", "ID", "An existing contest, event, match or pileup. Default: new ones are made.", null, Values.Text);
    private readonly Option<int> channels = Of("--channels", "N", "How many to make and load.", usual.Channels, Values.Number(1, 10_000));
    private readonly Option<int> spectators = Of("--spectators", "N", "Spectators, over all channels.", usual.Spectators, Values.Number(0, 10_000_000));
    private readonly Option<int> ingesters = Of("--ingesters", "N", "Who feeds, over all channels; each waits for its answer before it sends again.", usual.Ingesters, Values.Number(1, 100_000));
    private readonly Option<double> rate = Of("--rate", "N", "Ingests a second, over all ingesters; 0 to only watch.", usual.Rate, Values.Real(0, 10_000_000));
    private readonly Option<TimeSpan> duration = Of("--duration", "TIME", "For how long, such as 30s or 10m.", usual.Duration, Values.Time);
    private readonly Option<int> participants = Of("--participants", "N", "Who takes part in quizzes and answers, over all of them.", 100, Values.Number(1, 200_000));
    private readonly Option<int> questions = Of("--questions", "N", "Questions of each quiz.", usual.Questions, Values.Number(1, 200));
    private readonly Option<TimeSpan> questionTime = Of("--question-time", "TIME", "How long each is asked, in whole seconds.", usual.QuestionTime, Values.Time);
    private readonly Option<double> connectRate = Of("--connect-rate", "N", "Connections begun a second.", usual.ConnectRate, Values.Real(0.1, 1_000_000));
    private readonly Option<TimeSpan?> stormEvery = Of<TimeSpan?>("--storm-every", "TIME", "How often a share of the spectators vanishes and comes back. Default: never.", null, text => Values.Time(text));
    private readonly Option<double> stormShare = Of("--storm-share", "SHARE", "That share, such as 0.5 or 50%.", usual.StormShare, Values.Share);
    private readonly Option<TimeSpan> returnWithin = Of("--return-within", "TIME", "Who lost a connection comes back at a random moment within it.", usual.ReturnWithin, Values.Time);
    private readonly Option<double> slow = Of("--slow", "SHARE", "Share of spectators that read some 2 KB a second.", 0.0, Values.Share);
    private readonly Option<double> stalled = Of("--stalled", "SHARE", "Share of spectators that read nothing until the end.", 0.0, Values.Share);
    private readonly Option<bool> compress = new("--compress") { Description = "Ask for compressed messages (permessage-deflate)." };
    private readonly Option<int> processes = Of("--processes", "N", "Processes that share the work.", usual.Processes, Values.Number(1, 64));
    private readonly Option<IReadOnlyList<string>> sources = Of(
        "--source-addresses", "N|IP,…", "Addresses of this machine to connect from: these, or N of 127.0.0.2 and on for a gateway on this machine.", usual.SourceAddresses, Values.Addresses);

    private readonly Option<TimeSpan> settle = Of("--settle-within", "TIME", "How long after the end every spectator may take to have everything.", usual.SettleWithin, Values.Time);
    private readonly Option<int?> seed = Of<int?>("--seed", "N", "Makes the same choices again, and the same names. Default: another one each time.", null, text => Values.Number(0, int.MaxValue)(text));
    private readonly Option<FileInfo?> json = Of<FileInfo?>("--json", "FILE", "Write the figures there too, as JSON.", null, text => new FileInfo(text.Tokens[0].Value));

    public IEnumerable<Option> All =>
    [
        url, key, login, adminToken, kind, dialects, channel, channels, spectators, ingesters, rate, duration, participants, questions, questionTime, connectRate, stormEvery, stormShare,
        returnWithin, slow, stalled, compress, processes, sources, settle, seed, json,
    ];

    public FileInfo? Json(ParseResult line) => line.GetValue(json);

    /// <exception cref="LoadException">The options do not go together, or a key cannot be read.</exception>
    public LoadPlan PlanOf(ParseResult line, Func<string, string?> environment)
    {
        var plan = new LoadPlan
        {
            Url = line.GetValue(url)!,
            Key = MasterKey.Find(line.GetValue(key), line.GetValue(url)!, environment),
            Operator = line.GetValue(login) ?? environment("CONTEST_OPERATOR"),
            AdminToken = line.GetValue(adminToken) ?? environment("CONTEST_ADMIN_TOKEN"),
            Kind = line.GetValue(kind)!,
            Dialects = line.GetValue(dialects)!,
            Channel = line.GetValue(channel),
            Channels = line.GetValue(channels),
            Spectators = line.GetValue(spectators),
            Ingesters = line.GetValue(ingesters),
            Rate = line.GetValue(rate),
            Duration = line.GetValue(duration),
            ConnectRate = line.GetValue(connectRate),
            StormEvery = line.GetValue(stormEvery) ?? TimeSpan.Zero,
            StormShare = line.GetValue(stormShare),
            ReturnWithin = line.GetValue(returnWithin),
            SlowShare = line.GetValue(slow),
            StalledShare = line.GetValue(stalled),
            Compress = line.GetValue(compress),
            Processes = line.GetValue(processes),
            SourceAddresses = line.GetValue(sources)!,
            SettleWithin = line.GetValue(settle),
            Seed = line.GetValue(seed) ?? Random.Shared.Next(),
        };
        return plan.Kind == QuizKind.Word
            ? FittedQuiz(plan with { Participants = line.GetValue(participants), Questions = line.GetValue(questions), QuestionTime = line.GetValue(questionTime) }, line)
            : Fitted(plan, line.GetResult(ingesters) is { Implicit: false });
    }

    /// <summary>A quiz takes as long as its questions take, and each participant answers each once: that is its rate.</summary>
    private LoadPlan FittedQuiz(LoadPlan plan, ParseResult line)
    {
        Option[] others = [dialects, channel, ingesters, rate, duration];
        if (others.FirstOrDefault(one => line.GetResult(one) is { Implicit: false }) is { } other)
        {
            throw new LoadException($"{other.Name} is not for quizzes: say --participants, --questions and --question-time. What is asked is made for the run.");
        }

        if (plan.QuestionTime < TimeSpan.FromSeconds(1) || plan.QuestionTime > TimeSpan.FromHours(1) || plan.QuestionTime.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            throw new LoadException("A question is asked for whole seconds, from 1s to 1h: see --question-time.");
        }

        if (plan.Participants < Math.Max(plan.Channels, plan.Processes))
        {
            throw new LoadException("Each quiz and each process wants a participant: raise --participants.");
        }

        return Fitted(plan with { Rate = 0 }, hasChosenIngesters: false);
    }

    /// <summary>Ingesters that nobody asked for are no more than a kind takes.</summary>
    private static LoadPlan Fitted(LoadPlan plan, bool hasChosenIngesters)
    {
        var kind = EveryKind.Named(plan.Kind);
        if (plan.Dialects.Except(kind.Dialects.Select(one => one.Name)).FirstOrDefault() is { } unknown)
        {
            throw new LoadException($"A {plan.Kind} cannot be watched by '{unknown}', but by {string.Join(" or ", kind.Dialects.Select(one => one.Name))}.");
        }

        if (plan.Channel is not null && plan.Channels != 1)
        {
            throw new LoadException("--channel names one; leave --channels out.");
        }

        if (plan.SlowShare + plan.StalledShare > 1)
        {
            throw new LoadException("--slow and --stalled are more than all together.");
        }

        if (plan.Url.Scheme != "http")
        {
            throw new LoadException($"{plan.Url}: this tool speaks plain HTTP only. Name the gateway itself, behind what ends TLS.");
        }

        return hasChosenIngesters ? plan : plan with { Ingesters = Math.Min(plan.Ingesters, kind.MostLanes * plan.Channels) };
    }

    private static Option<T> Of<T>(string name, string helpName, string description, T otherwise, Func<ArgumentResult, T?> parse) => new(name)
    {
        HelpName = helpName,
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = parse,
    };
}
