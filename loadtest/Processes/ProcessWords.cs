using System.Text.Json.Serialization;
using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Processes;

/// <summary>What a run says to a process that shares in it, one line each.</summary>
/// <param name="Word">gather (with the plan), feed (with the start), stop, settle.</param>
internal sealed record Order(string Word)
{
    public const string Gather = "gather";
    public const string Feed = "feed";
    public const string Stop = "stop";
    public const string Settle = "settle";

    public LoadPlan? Plan { get; init; }

    public long Start { get; init; }
}

/// <summary>What such a process says: how it is doing, once a second; that an order is done, or cannot be.</summary>
/// <param name="Figures">How it is doing.</param>
internal sealed record Account(CrewFigures Figures)
{
    /// <summary>The order that is done.</summary>
    public string? Done { get; init; }

    /// <summary>Why it cannot go on.</summary>
    public string? Fault { get; init; }
}

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Account))]
internal sealed partial class ProcessJson : JsonSerializerContext;
