using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>What this process knows of one quiz: what was told to all alike must be the same for all.</summary>
/// <param name="id">The quiz.</param>
/// <param name="questions">How many it has.</param>
internal sealed class QuizTruth(string id, int questions)
{
    private readonly ConcurrentDictionary<string, byte[]> told = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, long> firstAsked = new();

    public string Id => id;

    public int Questions => questions;

    /// <exception cref="BreachException">Others were told something else.</exception>
    public void Agree(string what, JsonElement value)
    {
        var mine = Canonical.Of(value);
        var known = told.GetOrAdd(what, mine);
        if (!known.AsSpan().SequenceEqual(mine))
        {
            throw new BreachException($"{what} is not what others were told: {Encoding.UTF8.GetString(known)}");
        }
    }

    /// <returns>When the first participant of this process had the question, as a timestamp.</returns>
    public long AskedAt(int number, long receivedAt) => firstAsked.GetOrAdd(number, receivedAt);
}
