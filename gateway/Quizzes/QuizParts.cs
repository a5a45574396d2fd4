using OrleansContest.Gateway.Accounts;
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
            .AddSingleton<EveryQuiz>();

    public static void MapQuizCalls(this IEndpointRouteBuilder routes)
    {
        routes.MapAccounts();
        foreach (var prefix in (string[])["/contests", "/contest"])
        {
            routes.MapQuizzes(prefix);
            routes.MapQuizAdministration(prefix);
        }
    }
}
