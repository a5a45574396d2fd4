using Microsoft.Extensions.Logging;
using OrleansContest.Quizzes;

namespace OrleansContest.Grains.Quizzes;

/// <summary>Writes down once how a quiz ended, some time after it has. Every step may be repeated, so it does not matter where it was left.</summary>
internal sealed class QuizFinal(string id, IQuiz quiz, IFinalLeaderboards kept, ILogger logger)
{
    private Task<bool> writing = Task.FromResult(false);
    private bool isWritten;

    /// <summary>Begins, if nobody has.</summary>
    public void Begin()
    {
        if (!isWritten && writing.IsCompleted)
        {
            writing = TryWriteAsync();
        }
    }

    /// <returns>Whether it is done.</returns>
    public Task<bool> WriteAsync()
    {
        Begin();
        return writing;
    }

    /// <summary>The quiz is deleted.</summary>
    public async Task<bool> ForgetAsync()
    {
        try
        {
            await kept.ForgetAsync(id, CancellationToken.None);
            return true;
        }
        catch (IOException fault)
        {
            GrainsLog.FinalNotWritten(logger, fault, id);
            return false;
        }
    }

    private async Task<bool> TryWriteAsync()
    {
        try
        {
            isWritten = await WriteAllAsync();
        }
        catch (IOException fault)
        {
            GrainsLog.FinalNotWritten(logger, fault, id);
        }

        return isWritten;
    }

    private async Task<bool> WriteAllAsync()
    {
        if (await quiz.Card() is not { Status: QuizStatus.Completed } card)
        {
            return false;
        }

        for (var offset = 0; await quiz.Leaderboard(offset, QuizChannel.MaxRows) is { Rows: { Count: > 0 } rows }; offset += rows.Count)
        {
            await kept.KeepAsync(id, rows, CancellationToken.None);
        }

        await kept.CompleteAsync(card, CancellationToken.None);
        return true;
    }
}
