using System.Globalization;
using System.Security.Cryptography;
using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Gateway.Accounts;
using OrleansContest.Gateway.Http;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Quizzes as those see them who look at them and take part.</summary>
internal static class QuizEndpoints
{
    private const int usualRows = 100;

    /// <param name="routes">The gateway's addresses.</param>
    /// <param name="prefix">The contract has two: <c>/contests</c> and <c>/contest</c>.</param>
    public static void MapQuizzes(this IEndpointRouteBuilder routes, string prefix)
    {
        var quizzes = routes.MapGroup(prefix).WithTags("Quizzes");
        quizzes.MapGet("", ListAsync).WithSummary("Every quiz").Produces<QuizListBody>().ProducesErrors(429, 503);
        quizzes.MapGet("/{id}", (string id, IChannels channels) => AskAsync(id, channels, quiz => quiz.Card(), CardOf))
            .WithSummary("One quiz").Produces<QuizCard>().ProducesErrors(404, 429, 503);
        quizzes.MapPost("/{id}/join", JoinAsync).WithSummary("Take part").Produces<MessageBody>().ProducesErrors(400, 401, 403, 404, 429, 503);
        quizzes.MapGet("/{id}/current-question", CurrentAsync).WithSummary("The question that can be answered now")
            .Produces<CurrentQuestionBody>().ProducesErrors(401, 403, 404, 429, 503);
        quizzes.MapPost("/{id}/submit", SubmitAsync).WithSummary("Answer it").Accepts<SubmitInput>("application/json")
            .Produces<SubmittedBody>().ProducesErrors(400, 401, 403, 404, 409, 413, 415, 429, 503);
        quizzes.MapGet("/{id}/leaderboard", LeaderboardAsync).WithSummary("Who stands where; 100 rows unless told, 1,000 at most")
            .Produces<LeaderboardBody>().ProducesErrors(400, 404, 429, 503);
        quizzes.MapGet("/{id}/leaderboard/me", OwnRowAsync).WithSummary("Where the caller stands")
            .Produces<OwnRowBody>().ProducesErrors(401, 403, 404, 429, 503);
    }

    internal static IResult CardOf(QuizCard card) => Results.Json(card, QuizJson.Plain.QuizCard);

    private static async Task<IResult> ListAsync(EveryQuiz quizzes, CancellationToken cancellationToken)
    {
        var ids = await quizzes.ListAsync(cancellationToken);
        var cards = await quizzes.AskAsync(ids, quiz => quiz.Card(), cancellationToken).ToListAsync(cancellationToken);
        return Results.Json(new QuizListBody(cards), QuizAnswerJson.Plain.QuizListBody);
    }

    private static Task<IResult> JoinAsync(string id, HttpContext context, IChannels channels, SignedIn people) =>
        AsUserAsync(id, context, channels, people, async (quiz, account) =>
        {
            var outcome = await quiz.Join(new Participant(account.UserId, account.Name));
            return outcome.IsRefused()
                ? QuizErrors.Of(outcome.Refusal)
                : Results.Json(
                    new MessageBody(outcome.Value.IsNew ? "Successfully joined contest" : "Already joined contest"), QuizAnswerJson.Plain.MessageBody);
        });

    /// <summary>Only for those who take part: to others it would be a look at the questions at leisure.</summary>
    private static Task<IResult> CurrentAsync(string id, HttpContext context, IChannels channels, SignedIn people) =>
        AsUserAsync(id, context, channels, people, async (quiz, account) =>
            await quiz.Card() is not { } card ? QuizErrors.NotFound
            : (await quiz.Standings([account.UserId]))?.Rows is not [_] ? QuizErrors.Of(QuizRefusals.NotParticipant)
            : await quiz.Current() is { } current
                ? Results.Json(CurrentQuestionBody.Of(current, card.TotalQuestions), QuizAnswerJson.Plain.CurrentQuestionBody)
                : new ErrorAnswer(StatusCodes.Status404NotFound, "No current question"));

    private static Task<IResult> SubmitAsync(string id, HttpContext context, IChannels channels, SignedIn people) =>
        JsonBody.AnswerAsync(context, async body =>
        {
            if (!JsonBody.TryRead(body, QuizInputJson.Default.SubmitInput, out var input, out var wrong))
            {
                return JsonBody.Invalid(wrong);
            }

            return input.QuestionId is not { Length: > 0 } question
                ? ErrorAnswer.BadRequest("questionId is required")
                : await AsUserAsync(id, context, channels, people, (quiz, account) => TakeAsync(quiz, account, question, input.SelectedOptionId));
        });

    private static async Task<IResult> TakeAsync(IQuiz quiz, Account account, string question, string? option)
    {
        var outcome = await quiz.Submit(RandomNumberGenerator.GetHexString(24, lowercase: true), account.UserId, question, option);
        return outcome.IsRefused()
            ? QuizErrors.Of(outcome.Refusal)
            : Results.Json(
                new SubmittedBody(outcome.Value.Submission.IsCorrect, outcome.Value.Submission.PointsEarned), QuizAnswerJson.Plain.SubmittedBody);
    }

    private static Task<IResult> LeaderboardAsync(string id, IChannels channels, string? offset, string? limit) =>
        TryRead(offset, 0, 0, QuizRules.MaxParticipants, out var skip) && TryRead(limit, usualRows, 1, QuizChannel.MaxRows, out var rows)
            ? AskAsync(
                id,
                channels,
                quiz => quiz.Leaderboard(skip, rows),
                page => Results.Json(new LeaderboardBody(page.Rows, page.TotalParticipants), QuizAnswerJson.Plain.LeaderboardBody))
            : Task.FromResult<IResult>(ErrorAnswer.BadRequest("offset is a number from 0, limit one from 1 to 1000"));

    private static Task<IResult> OwnRowAsync(string id, HttpContext context, IChannels channels, SignedIn people) =>
        AsUserAsync(id, context, channels, people, async (quiz, account) => await quiz.Standings([account.UserId]) switch
        {
            null => QuizErrors.NotFound,
            { Rows: [var own] } page => Results.Json(new OwnRowBody(own, page.TotalParticipants), QuizAnswerJson.Plain.OwnRowBody),
            _ => QuizErrors.Of(QuizRefusals.NotParticipant),
        });

    private static bool TryRead(string? text, int usual, int least, int most, out int number)
    {
        number = usual;
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most);
    }

    private static async Task<IResult> AsUserAsync(
        string id, HttpContext context, IChannels channels, SignedIn people, Func<IQuiz, Account, Task<IResult>> answer)
    {
        var (account, refusal) = await people.WhoAsync(context.Request);
        return refusal is not null ? refusal
            : ChannelId.IsValidId(id) ? await answer(channels.Get<IQuiz>(id), account!)
            : QuizErrors.NotFound;
    }

    private static async Task<IResult> AskAsync<T>(string id, IChannels channels, Func<IQuiz, Task<T?>> question, Func<T, IResult> answer)
        where T : class =>
        ChannelId.IsValidId(id) && await question(channels.Get<IQuiz>(id)) is { } answered ? answer(answered) : QuizErrors.NotFound;
}
