using OrleansContest.Channels;
using OrleansContest.Gateway.Accounts;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Security.Tokens;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Adds quizzes, and the accounts of those who take part, to a gateway.</summary>
internal static class QuizParts
{
    public static IServiceCollection AddQuizzes(this IServiceCollection services, GatewaySettings settings) =>
        services
            .AddSingleton(settings.Quizzes)
            .AddSingleton(new TokenKeys(settings.Security.JwtSecret, settings.Security.JwtPublicKey))
            .AddSingleton<AccessTokens>()
            .AddSingleton<PasswordCheck>()
            .AddSingleton<SignedIn>()
            .AddSingleton<EveryQuiz>()
            .AddSingleton<QuizBoard>()
            .AddSingleton<QuizFrames>()
            .AddSingleton<PublicQuizFrames>()
            .AddSingleton<QuizRooms>()
            .AddSingleton<IFeedKind, QuizFeeds>();

    public static void MapQuizCalls(this IEndpointRouteBuilder routes)
    {
        routes.MapAccounts();
        foreach (var prefix in (string[])["/contests", "/contest"])
        {
            routes.MapQuizzes(prefix);
            routes.MapQuizAdministration(prefix);
        }

        routes.MapQuizSockets();
    }

    private static void MapQuizSockets(this IEndpointRouteBuilder routes)
    {
        var tools = ActivatorUtilities.CreateInstance<QuizSocketTools>(routes.ServiceProvider);
        routes.MapSockets("/ws/contest", (context, socket) =>
            new QuizSocket(socket, QuizDoor.TokenOf(context.Request), SinceOf(context.Request), tools));
        routes.MapSockets("/ws/public", (_, socket) => new PublicQuizSocket(socket, tools));
    }

    /// <summary>What cannot be read as a position is one that no quiz has, so the answer is the present state.</summary>
    private static Cursor? SinceOf(HttpRequest request) =>
        request.Query["since"] is not [{ } text, ..] ? null
        : Position.TryParse(text, out var position) ? new Cursor(position.Epoch, position.Seq, position.Seq)
        : Cursor.None;
}
