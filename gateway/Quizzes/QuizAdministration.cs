using System.Security.Cryptography;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Accounts;
using OrleansContest.Gateway.Http;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Quizzes as those see them who run them: administrators, by their token or the master key.</summary>
internal static class QuizAdministration
{
    /// <param name="routes">The gateway's addresses.</param>
    /// <param name="prefix">The contract has two: <c>/contests</c> and <c>/contest</c>.</param>
    public static void MapQuizAdministration(this IEndpointRouteBuilder routes, string prefix)
    {
        var quizzes = routes.MapGroup(prefix).WithTags("Quiz administration").AddEndpointFilter(CheckAsync);
        quizzes.MapPost("", CreateAsync).WithSummary("Create a quiz").Accepts<QuizInput>("application/json")
            .Produces<QuizCard>(201).ProducesErrors(400, 401, 403, 409, 413, 415, 429, 503);
        quizzes.MapDelete("/{id}", (string id, IChannels channels) => TellAsync(id, channels, quiz => quiz.Delete(), "Contest deleted successfully"))
            .WithSummary("Delete a quiz with all that was answered").Produces<MessageBody>().ProducesErrors(401, 403, 404, 429, 503);
        quizzes.MapPost("/{id}/start", (string id, IChannels channels) => TellAsync(id, channels, quiz => quiz.Start(), "Contest started successfully"))
            .WithSummary("Start a quiz before its time").Produces<MessageBody>().ProducesErrors(400, 401, 403, 404, 429, 503);
    }

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var people = call.HttpContext.RequestServices.GetRequiredService<SignedIn>();
        return await people.RefuseAdministrationAsync(call.HttpContext.Request) ?? await next(call);
    }

    private static Task<IResult> CreateAsync(HttpContext context, IChannels channels) =>
        JsonBody.AnswerAsync(context, body => CreateFromAsync(body, channels));

    private static async Task<IResult> CreateFromAsync(JsonElement body, IChannels channels)
    {
        if (!JsonBody.TryRead(body, QuizInputJson.Default.QuizInput, out var input, out var wrong))
        {
            return JsonBody.Invalid(wrong);
        }

        var id = input.Id is { Length: > 0 } given ? given : "q" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        if (!ChannelId.IsValidId(id) || input.Missing is not null)
        {
            return ErrorAnswer.BadRequest("Contest is not valid", input.Missing is { } missing
                ? $"{missing} is missing"
                : $"id has 1 to {ChannelId.MaxIdLength} of A-Z a-z 0-9 . _ - and does not start with a dot");
        }

        var outcome = await channels.Get<IQuiz>(id).Create(input.ToDraft());
        return outcome.IsRefused()
            ? QuizErrors.Of(outcome.Refusal)
            : new CreatedAnswer<QuizCard>($"/contests/{id}", outcome.Value, QuizJson.Plain.QuizCard);
    }

    private static async Task<IResult> TellAsync(string id, IChannels channels, Func<IQuiz, Task<Outcome<QuizCard>>> command, string message)
    {
        var outcome = ChannelId.IsValidId(id) ? await command(channels.Get<IQuiz>(id)) : QuizRefusals.ContestNotFound;
        return outcome.IsRefused()
            ? QuizErrors.Of(outcome.Refusal)
            : Results.Json(new MessageBody(message), QuizAnswerJson.Plain.MessageBody);
    }
}
