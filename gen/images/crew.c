#include "config.h"

#include "crew.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define AHEAD 2 /* jobs in the ring for each thread */

static struct crew_job *job_at(struct crew *crew, size_t number)
{
    return &crew->jobs[number % crew->size];
}

/* Looks whether a job's result lets those behind it be begun. */
static void judge(struct crew *crew, const struct crew_job *job)
{
    if (job->result == STUDIO_FAILED ||
        (job->result == STUDIO_REFUSED && !crew->keep_going))
        crew->failed = true;
}

/* Waits for a job and begins it. Returns NULL if there will be none. */
static struct crew_job *begin(struct crew *crew)
{
    struct crew_job *job = NULL;
    pthread_mutex_lock(&crew->lock);
    while (job == NULL) {
        while (crew->begun == crew->given && !crew->over)
            pthread_cond_wait(&crew->changed, &crew->lock);
        if (crew->begun == crew->given || crew->failed ||
            atomic_load(&crew->studio->closed))
            break;
        job = job_at(crew, crew->begun++);
        if (job->state == CREW_MADE) { /* there was something wrong with it */
            judge(crew, job);
            job = NULL;
        }
    }
    pthread_mutex_unlock(&crew->lock);
    return job;
}

static void *work(void *shared)
{
    struct crew *crew = shared;
    pthread_mutex_lock(&crew->lock);
    struct backend *own =
        crew->backends != NULL ? &crew->backends[crew->started++] : NULL;
    pthread_mutex_unlock(&crew->lock);
    struct crew_job *job;
    while ((job = begin(crew)) != NULL) {
        job->result = studio_sit(crew->studio, own, &job->sitter,
                                 &job->sitting);
        pthread_mutex_lock(&crew->lock);
        job->state = CREW_MADE;
        judge(crew, job);
        pthread_cond_broadcast(&crew->changed);
        pthread_mutex_unlock(&crew->lock);
    }
    return NULL;
}

static void close_backends(struct crew *crew)
{
    for (unsigned i = 0; i < crew->opened; i++)
        backend_close(&crew->backends[i]);
    free(crew->backends);
    crew->backends = NULL;
}

/* Opens a backend for each thread. Returns 0, or -1 (told). */
static int open_backends(struct crew *crew, unsigned threads)
{
    if (crew->studio->drawn)
        return 0;
    crew->backends = xcalloc(threads, sizeof *crew->backends);
    while (crew->opened < threads) {
        if (backend_open(&crew->backends[crew->opened],
                         &crew->studio->backend) < 0)
            return -1;
        crew->opened++;
    }
    return 0;
}

/* Starts threads. One that cannot be started is no matter if there are others:
 * fewer of them do the same. Returns 0, or -1 (told). */
static int start_threads(struct crew *crew, unsigned threads)
{
    int failed = 0;
    crew->threads = xcalloc(threads, sizeof *crew->threads);
    while (crew->count < threads && failed == 0) {
        failed = pthread_create(&crew->threads[crew->count], NULL, work, crew);
        if (failed == 0)
            crew->count++;
    }
    if (crew->count > 0)
        return 0;
    errno = failed;
    diag_errno("cannot start a thread");
    return -1;
}

int crew_start(struct crew *crew, struct studio *studio, unsigned threads)
{
    *crew = (struct crew){.studio = studio, .size = (size_t)threads * AHEAD};
    crew->jobs = xcalloc(crew->size, sizeof *crew->jobs);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->changed, NULL);
    if (open_backends(crew, threads) == 0 && start_threads(crew, threads) == 0)
        return 0;
    crew_stop(crew);
    return -1;
}

struct crew_job *crew_free(struct crew *crew)
{
    if (crew->given - crew->taken == crew->size)
        return NULL;
    return job_at(crew, crew->given);
}

void crew_give(struct crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    struct crew_job *job = job_at(crew, crew->given);
    job->state = job->wrong != NULL ? CREW_MADE : CREW_GIVEN;
    job->result = STUDIO_REFUSED;
    crew->given++;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
}

struct crew_job *crew_made(struct crew *crew, bool wait)
{
    if (crew->taken == crew->given)
        return NULL;
    struct crew_job *job = job_at(crew, crew->taken);
    pthread_mutex_lock(&crew->lock);
    while (wait && job->state != CREW_MADE)
        pthread_cond_wait(&crew->changed, &crew->lock);
    bool made = job->state == CREW_MADE;
    pthread_mutex_unlock(&crew->lock);
    return made ? job : NULL;
}

/* Frees what a job holds. */
static void clear(struct crew_job *job)
{
    sitting_release(&job->sitting);
    sitter_release(&job->sitter);
    buf_release(&job->line);
    job->wrong = NULL;
    job->state = CREW_FREE;
}

/* A job with something wrong may be dropped before a thread has passed it: it
 * is passed here, or its slot would be begun when it holds another. */
void crew_drop(struct crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    struct crew_job *job = job_at(crew, crew->taken);
    if (crew->begun == crew->taken) {
        judge(crew, job);
        crew->begun++;
    }
    clear(job);
    crew->taken++;
    pthread_mutex_unlock(&crew->lock);
}

void crew_stop(struct crew *crew)
{
    atomic_store(&crew->studio->closed, true);
    pthread_mutex_lock(&crew->lock);
    crew->over = true;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    for (unsigned i = 0; i < crew->count; i++)
        pthread_join(crew->threads[i], NULL);
    while (crew->taken < crew->given)
        crew_drop(crew);
    close_backends(crew);
    free(crew->threads);
    free(crew->jobs);
    pthread_mutex_destroy(&crew->lock);
    pthread_cond_destroy(&crew->changed);
}
