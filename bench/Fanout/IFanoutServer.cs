using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.Bench.Fanout;

/// <summary>A server that sends each update to everyone who watches, and runs in a process of its own.</summary>
internal interface IFanoutServer : IAsyncDisposable
{
    string Name { get; }

    /// <summary>How a spectator connects.</summary>
    ConnectPlan Plan { get; }

    /// <summary>What a spectator says when it has connected; null when nothing.</summary>
    string? Greeting { get; }

    /// <summary>Text that a spectator's first message after its greeting has in it; null when nothing comes before the first update.</summary>
    string? Welcome { get; }

    /// <summary>Processor time of its processes so far, that of the system on their behalf included.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>Memory that its processes have of their own, in bytes: proportional set size.</summary>
    long MemoryBytes { get; }

    /// <summary>Publishes an update with <paramref name="mark"/> in its text; done when the server has taken it.</summary>
    Task PublishAsync(int n, string mark);
}
