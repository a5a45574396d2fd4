namespace OrleansContest.Quizzes;

/// <summary>What a quiz is doing now.</summary>
public abstract record Phase
{
    private Phase()
    {
    }

    /// <summary>It has not begun.</summary>
    public sealed record Waiting : Phase;

    /// <summary>A question can be answered.</summary>
    /// <param name="Index">Which, from 0.</param>
    /// <param name="StartedAt">Since when.</param>
    /// <param name="EndsAt">Until when.</param>
    public sealed record Asking(int Index, DateTimeOffset StartedAt, DateTimeOffset EndsAt) : Phase;

    /// <summary>A question is over, and the next one, or the end, is near.</summary>
    /// <param name="Index">The question that is over.</param>
    /// <param name="StartedAt">When it was asked.</param>
    /// <param name="EndedAt">When it ended.</param>
    /// <param name="Until">When it goes on.</param>
    public sealed record Pausing(int Index, DateTimeOffset StartedAt, DateTimeOffset EndedAt, DateTimeOffset Until) : Phase;

    /// <summary>It is over.</summary>
    /// <param name="At">Since when.</param>
    public sealed record Over(DateTimeOffset At) : Phase;
}
