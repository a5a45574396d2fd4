using OrleansContest.LoadTest.Kinds;

namespace OrleansContest.LoadTest;

/// <summary>All that a run is asked for. It also goes to the processes that share in it.</summary>
internal sealed record LoadPlan
{
    public required Uri Url { get; init; }

    public string? Key { get; init; }

    public string? Operator { get; init; }

    /// <summary>The token of an administrator of quizzes; null when the master key is to do.</summary>
    public string? AdminToken { get; init; }

    public string Kind { get; init; } = "contest";

    /// <summary>Ways to watch, in turn; empty for the kind's usual one.</summary>
    public IReadOnlyList<string> Dialects { get; init; } = [];

    /// <summary>An existing channel; null to make new ones.</summary>
    public string? Channel { get; init; }

    public int Channels { get; init; } = 1;

    public int Spectators { get; init; } = 1_000;

    /// <summary>Who takes part in quizzes, over all of them; 0 for every other kind.</summary>
    public int Participants { get; init; }

    /// <summary>Questions of each quiz.</summary>
    public int Questions { get; init; } = 3;

    /// <summary>How long each is asked: whole seconds.</summary>
    public TimeSpan QuestionTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Lanes, over all channels. Each waits for its answer before it sends the next.</summary>
    public int Ingesters { get; init; } = 16;

    /// <summary>Ingests a second, over all lanes; 0 to only watch.</summary>
    public double Rate { get; init; } = 50;

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections begun a second.</summary>
    public double ConnectRate { get; init; } = 1_000;

    /// <summary>How often a share of the spectators vanishes and comes back; zero for never.</summary>
    public TimeSpan StormEvery { get; init; }

    public double StormShare { get; init; } = 0.5;

    /// <summary>Within which time, at random, who lost a connection comes back.</summary>
    public TimeSpan ReturnWithin { get; init; } = TimeSpan.FromSeconds(5);

    public double SlowShare { get; init; }

    public double StalledShare { get; init; }

    public bool Compress { get; init; }

    public int Processes { get; init; } = 1;

    /// <summary>Addresses of this machine to connect from; empty for the system's choice.</summary>
    public IReadOnlyList<string> SourceAddresses { get; init; } = [];

    public int Seed { get; init; }

    /// <summary>How long after the last ingest all spectators may take to have all of it.</summary>
    public TimeSpan SettleWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The channels, once they are there.</summary>
    public IReadOnlyList<StagedChannel> Staged { get; init; } = [];

    /// <summary>Which of the processes this is.</summary>
    public int Process { get; init; }

    /// <summary>Connections in all.</summary>
    public int Callers => Spectators + Participants;

    /// <summary>Lanes that there are: none where nothing is to be sent.</summary>
    public int Lanes => Rate > 0 ? Ingesters : 0;

    /// <summary>Numbers of this process' share of so many.</summary>
    public IEnumerable<int> Own(int count) => Enumerable.Range(0, count).Where(n => n % Processes == Process);
}
