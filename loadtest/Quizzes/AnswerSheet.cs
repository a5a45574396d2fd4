using System.Text.Json;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>What one participant has answered, and what came of it. Not safe for threads.</summary>
internal sealed class AnswerSheet
{
    private readonly List<GivenAnswer> answers = [];

    /// <summary>Those that were said.</summary>
    public IEnumerable<GivenAnswer> Said => answers.Where(answer => answer.IsSaid);

    /// <summary>Those that count, as the gateway said.</summary>
    public IEnumerable<GivenAnswer> Counted => answers.Where(answer => answer.Counts == true);

    /// <summary>Those of which nobody said what became of them.</summary>
    public IEnumerable<GivenAnswer> Open => answers.Where(answer => answer is { IsSaid: true, Counts: null });

    /// <summary>Points of all that is known to count.</summary>
    public int Score => Counted.Sum(answer => answer.Earns);

    public GivenAnswer? Find(string question) => answers.Find(answer => answer.QuestionId == question);

    public void Add(GivenAnswer answer) => answers.Add(answer);

    /// <summary>The connection is lost: what was underway on it may have counted or not.</summary>
    public void Interrupt()
    {
        foreach (var answer in Open)
        {
            answer.IsInterrupted = true;
        }
    }

    /// <summary>Takes a <c>submission_result</c>.</summary>
    /// <exception cref="BreachException">It is somebody else's, comes again, or is wrong.</exception>
    public GivenAnswer Take(JsonElement result)
    {
        var question = result.Text("questionId");
        var answer = Find(question) is { IsSaid: true } own
            ? own
            : throw new BreachException($"a submission_result for {question}, which this participant has not answered");
        if (answer.HasResult || answer.Counts == false)
        {
            throw new BreachException($"another submission_result for {question}, {(answer.HasResult ? "which had one" : "which was refused")}");
        }

        var (before, isSure) = (Score - (answer.Counts == true ? answer.Earns : 0), Open.All(other => other == answer));
        (answer.HasResult, answer.Counts, answer.TimeTaken) = (true, true, result.GetProperty("timeTaken").GetDecimal());
        Check(answer, result);
        var (score, expected) = (result.GetProperty("currentScore").GetInt32(), before + answer.Earns);
        return score == expected || (!isSure && score > expected && score <= expected + Open.Sum(other => other.Earns))
            ? answer
            : throw new BreachException($"a currentScore of {score} after {question}; the results add up to {expected}");
    }

    /// <summary>Takes that an answer had been given already.</summary>
    /// <returns>Whether that was not known.</returns>
    /// <exception cref="BreachException">It had not.</exception>
    public bool TakeFormer(string question)
    {
        if (Find(question) is not { IsInterrupted: true } answer)
        {
            throw new BreachException($"{question} is said to be answered already, but it was answered once");
        }

        var isNews = answer.Counts != true;
        answer.Counts = true;
        return isNews;
    }

    private static void Check(GivenAnswer answer, JsonElement result)
    {
        var (isCorrect, points) = (result.GetProperty("isCorrect").GetBoolean(), result.GetProperty("pointsEarned").GetInt32());
        if (isCorrect != (answer.Option == QuizPaper.CorrectOption(answer.Number)) || points != answer.Earns)
        {
            throw new BreachException($"{answer.Option} to {answer.QuestionId} is said to be {(isCorrect ? "right" : "wrong")} for {points} points; it earns {answer.Earns}");
        }

        if (result.GetProperty("currentRank").GetInt32() < 1 || answer.TimeTaken < 0)
        {
            throw new BreachException("a rank or a time below what there can be");
        }
    }
}
