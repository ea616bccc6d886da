/* The least that a generator must do for a site: read its input, put its Markdown through cmark,
 * and write its files. Whatever else a generator does is on top of this.
 *
 *     floor THREADS SOURCE SITE OUTPUT [TEXTS]
 *
 * SITE is what a generator built from SOURCE. It is taken into memory before the clock starts;
 * what is timed is told at each phase below. OUTPUT must not exist and comes to hold the same
 * files as SITE, byte for byte. TEXTS, a file of texts that each end in a null byte, is put
 * through cmark after the clock has stopped, and its time told apart.
 *
 * Prints a line a phase, `NAME SECONDS`; then `wall` and `cpu` (user and system) of the three
 * phases together. Exits with 1, and says why, when anything cannot be read or written. */
#define _GNU_SOURCE
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST_THREADS = 64, CHUNK = 1 << 20 };

struct file {
  char *path; /* From the folder that was walked. */
  size_t size;
  char *bytes;
};

/* A folder of the site and its files, which stand together in `files`. */
struct folder {
  char *path;
  size_t first, count, bytes;
  int is_leaf;
};

struct text {
  const char *bytes;
  size_t length;
};

#define LIST(type)         \
  struct {                 \
    struct type *items;    \
    size_t count, room;    \
  }
static LIST(file) inputs, files;
static LIST(folder) folders;
/* Those that hold folders, each before those in it, the output folder itself among them. */
static LIST(folder) inner;
static LIST(text) briefs, texts;

static int source, output;
static atomic_size_t next_task;

static void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: cannot %s %s: %s\n", what, path, strerror(errno));
  exit(1);
}

/* A new last item, all zero. */
#define ADD(list) \
  ((list).count == (list).room \
     ? (void)((list).items = grow((list).items, &(list).room, sizeof *(list).items)) : (void)0, \
   memset(&(list).items[(list).count], 0, sizeof *(list).items), &(list).items[(list).count++])

static void *grow(void *items, size_t *room, size_t size) {
  *room = *room ? *room * 2 : 1024;
  items = realloc(items, *room * size);
  if (!items) fail("find memory for", "a list");
  return items;
}

static char *load(const char *path, size_t size) {
  char *bytes = malloc(size + 1);
  int file = open(path, O_RDONLY);
  if (!bytes || file < 0) fail("read", path);
  for (size_t got = 0; got < size;) {
    ssize_t some = read(file, bytes + got, size - got);
    if (some <= 0) fail("read", path);
    got += (size_t)some;
  }
  close(file);
  return bytes;
}

/* Before the clock: what there is to read, and what to write. */

static size_t root_length;

static int note_input(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)place;
  if (kind != FTW_F) return 0;
  struct file *file = ADD(inputs);
  *file = (struct file){.path = strdup(path + root_length), .size = (size_t)status->st_size};
  return 0;
}

static int note_site(const char *path, const struct stat *status, int kind, struct FTW *place) {
  if (place->level == 0) {
    *ADD(folders) = (struct folder){.path = strdup("."), .is_leaf = 0};
  } else if (kind == FTW_D) {
    *ADD(folders) = (struct folder){.path = strdup(path + root_length), .is_leaf = 1};
  } else if (kind == FTW_F) {
    struct file *file = ADD(files);
    *file = (struct file){.path = strdup(path + root_length), .size = (size_t)status->st_size};
    file->bytes = load(path, file->size);
    size_t length = strlen(path);
    if (length > 3 && !strcmp(path + length - 3, ".md"))
      *ADD(briefs) = (struct text){file->bytes, file->size};
  }
  return 0;
}

static size_t parent_length(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? (size_t)(slash - path) : 0;
}

static int by_folder(const void *a, const void *b) {
  const char *one = ((const struct file *)a)->path, *other = ((const struct file *)b)->path;
  size_t length = parent_length(one), other_length = parent_length(other);
  int order = strncmp(one, other, length < other_length ? length : other_length);
  return order ? order : (length > other_length) - (length < other_length);
}

static int by_path(const void *a, const void *b) {
  return strcmp(((const struct folder *)a)->path, ((const struct folder *)b)->path);
}

static int largest_first(const void *a, const void *b) {
  size_t one = ((const struct folder *)a)->bytes, other = ((const struct folder *)b)->bytes;
  return (one < other) - (one > other);
}

static struct folder *find_folder(const char *path, size_t length) {
  char name[4096];
  snprintf(name, sizeof name, "%.*s", length ? (int)length : 1, length ? path : ".");
  struct folder key = {.path = name};
  return bsearch(&key, folders.items, folders.count, sizeof key, by_path);
}

/* Gives each folder its files, and the largest folders to the threads first. */
static void arrange(void) {
  qsort(folders.items, folders.count, sizeof *folders.items, by_path);
  qsort(files.items, files.count, sizeof *files.items, by_folder);
  for (size_t i = 0; i < files.count; i++) {
    struct folder *folder = find_folder(files.items[i].path, parent_length(files.items[i].path));
    if (!folder->count++) folder->first = i;
    folder->bytes += files.items[i].size;
  }
  for (size_t i = 0; i < folders.count; i++) {
    const char *path = folders.items[i].path;
    if (parent_length(path)) find_folder(path, parent_length(path))->is_leaf = 0;
  }
  for (size_t i = 0; i < folders.count; i++)
    if (!folders.items[i].is_leaf) *ADD(inner) = folders.items[i];
  qsort(folders.items, folders.count, sizeof *folders.items, largest_first);
}

/* In the clock. Each is called for tasks 0, 1, 2 … by whichever thread is free. */

struct chunk {
  const char *path;
  off_t offset;
};
static LIST(chunk) chunks;

/* Into the same buffer over and over: what a generator makes of the bytes is its own affair. */
static void read_chunk(size_t task) {
  static _Thread_local char buffer[CHUNK];
  const struct chunk *chunk = &chunks.items[task];
  int file = openat(source, chunk->path, O_RDONLY);
  if (file < 0 || pread(file, buffer, CHUNK, chunk->offset) < 0) fail("read", chunk->path);
  close(file);
}

static void to_html(const struct text *text) {
  free(cmark_markdown_to_html(text->bytes, text->length, CMARK_OPT_DEFAULT));
}
static void render_brief(size_t task) { to_html(&briefs.items[task]); }
static void render_text(size_t task) { to_html(&texts.items[task]); }

static void write_folder(size_t task) {
  const struct folder *folder = &folders.items[task];
  if (folder->is_leaf && mkdirat(output, folder->path, 0777)) fail("make", folder->path);
  for (size_t i = folder->first; i < folder->first + folder->count; i++) {
    const struct file *file = &files.items[i];
    int to = openat(output, file->path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (to < 0) fail("make", file->path);
    for (size_t done = 0; done < file->size;) {
      ssize_t some = write(to, file->bytes + done, file->size - done);
      if (some < 0) fail("write", file->path);
      done += (size_t)some;
    }
    close(to);
  }
}

/* Phases */

struct phase {
  void (*run)(size_t task);
  size_t tasks;
};

static void *work(void *argument) {
  const struct phase *phase = argument;
  size_t task;
  while ((task = atomic_fetch_add(&next_task, 1)) < phase->tasks) phase->run(task);
  return NULL;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double cpu(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* All tasks, by `count` threads; returns the seconds it took. */
static double run(struct phase phase, int count, double begin) {
  pthread_t threads[MOST_THREADS];
  next_task = 0;
  for (int i = 1; i < count; i++)
    if (pthread_create(&threads[i], NULL, work, &phase)) fail("start", "a thread");
  work(&phase);
  for (int i = 1; i < count; i++) pthread_join(threads[i], NULL);
  return now() - begin;
}

/* So that the threads find them there. */
static void make_inner_folders(const char *path) {
  if (mkdir(path, 0777) || (output = open(path, O_RDONLY | O_DIRECTORY)) < 0) fail("make", path);
  for (size_t i = 0; i < inner.count; i++) {
    const char *folder = inner.items[i].path;
    if (strcmp(folder, ".") && mkdirat(output, folder, 0777)) fail("make", folder);
  }
}

static void split_texts(const char *path) {
  struct stat status;
  if (stat(path, &status)) fail("read", path);
  size_t size = (size_t)status.st_size;
  const char *all = load(path, size);
  for (size_t at = 0; at < size; at += texts.items[texts.count - 1].length + 1)
    *ADD(texts) = (struct text){all + at, strnlen(all + at, size - at)};
}

int main(int argc, char **argv) {
  int threads = argc > 1 ? atoi(argv[1]) : 0;
  if (argc < 5 || argc > 6 || threads < 1 || threads > MOST_THREADS) {
    fprintf(stderr, "usage: floor THREADS SOURCE SITE OUTPUT [TEXTS]; THREADS: 1 to %d\n",
            MOST_THREADS);
    return 2;
  }
  root_length = strlen(argv[2]) + 1;
  if (nftw(argv[2], note_input, 16, FTW_PHYS)) fail("walk", argv[2]);
  root_length = strlen(argv[3]) + 1;
  if (nftw(argv[3], note_site, 16, FTW_PHYS)) fail("walk", argv[3]);
  arrange();
  if (argc > 5) split_texts(argv[5]);

  double began_cpu = cpu(), begin = now();
  if ((source = open(argv[2], O_RDONLY | O_DIRECTORY)) < 0) fail("read", argv[2]);
  for (size_t i = 0; i < inputs.count; i++)
    for (size_t offset = 0; offset < inputs.items[i].size; offset += CHUNK)
      *ADD(chunks) = (struct chunk){inputs.items[i].path, (off_t)offset};
  double reading = run((struct phase){read_chunk, chunks.count}, threads, begin);
  double markdown = run((struct phase){render_brief, briefs.count}, threads, now());
  double then = now();
  make_inner_folders(argv[4]);
  double writing = run((struct phase){write_folder, folders.count}, threads, then);
  double wall = now() - begin, spent = cpu() - began_cpu;

  printf("read %.6f\nmarkdown %.6f\nwrite %.6f\nwall %.6f\ncpu %.6f\n", reading, markdown,
         writing, wall, spent);
  if (argc > 5) {
    double apart = run((struct phase){render_text, texts.count}, threads, now());
    printf("texts %.6f\n", apart);
  }
  return 0;
}
