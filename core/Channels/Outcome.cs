using System.Diagnostics.CodeAnalysis;

namespace OrleansContest.Channels;

/// <summary>A command's answer: what it yields, or why it was refused. Exactly one of the two is given.</summary>
/// <param name="Value">The answer; null when refused.</param>
/// <param name="Refusal">The reason; null when accepted.</param>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused() => Refusal is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
