using System.Collections.Immutable;
using System.Text.Json;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>How one participant was led through a quiz: positions, and every question once, in order. Not safe for threads.</summary>
internal sealed class Course(QuizTruth truth)
{
    private const string asked = "question_broadcast";

    private State? at;
    private int lastAsked;
    private bool isFirst = true;

    /// <summary>The position that it has; null when none.</summary>
    public string? Position => at?.Position;

    /// <summary>A connection begins: what comes first may be a full state.</summary>
    public void Connect() => isFirst = true;

    /// <summary>Follows a message that has a position.</summary>
    /// <param name="said">The message.</param>
    /// <param name="mayJump">Whether it may leave out what was missed: it answers a resync.</param>
    /// <exception cref="BreachException">It may not come here, or is not what others were told.</exception>
    public void Follow(QuizMessage said, bool mayJump)
    {
        var update = new Reading(Meaning.Update).At(said.Root);
        var isNext = at is not null && update.Epoch == at.Epoch && (update.Seq == at.Seq + 1 || update.Prev is not null);
        var isFull = (isFirst && !isNext && (at is null || said.Event is asked or "pong")) || mayJump;
        (var before, at, isFirst) = (at, new State(update.Epoch, update.Seq, ImmutableDictionary<string, Row>.Empty, 0), false);
        Positions.Check(before, isFull ? update with { Meaning = Meaning.Full } : update);
        if (said.Event == asked)
        {
            Ask(said.Data, isFull);
        }

        if (said.Event is not "contest_end" and not "pong" && !isFull)
        {
            truth.Agree($"{said.Event} at {at.Position}", said.Data);
        }
    }

    /// <exception cref="BreachException">It was over before its last question.</exception>
    public void End(bool mayJump)
    {
        if (lastAsked != truth.Questions && !mayJump)
        {
            throw new BreachException($"the end after question {lastAsked} of {truth.Questions}");
        }
    }

    private void Ask(JsonElement data, bool isFull)
    {
        var (number, before) = (data.GetProperty("questionNumber").GetInt32(), lastAsked);
        lastAsked = number;
        if (!isFull && number != before + 1)
        {
            throw new BreachException(number <= before ? $"question {number} again" : $"question {number} after question {before}");
        }

        if (isFull && number < before)
        {
            throw new BreachException($"question {number} is being asked after question {before}");
        }

        if (data.TryGetProperty("correctOptionId", out _))
        {
            throw new BreachException("a question with its correct option");
        }

        truth.Agree($"question {number}", data);
    }
}
